package io.driftline.simulate;

import io.driftline.activity.AgentAction;
import io.driftline.registry.RegistryChange;
import java.util.ArrayList;
import java.util.List;

/**
 * An enterprise whose agents, people, grants, entitlements and credentials are all registered, and
 * change as they do in a registry that is kept well. Each rule of {@link
 * io.driftline.posture.PostureRule} is violated once, by an agent of its own that keeps to all
 * others; the truth says by which, in what and when.
 *
 * <p>The same settings give the same enterprise.
 */
public final class GovernedEnterprise {

  private static final long NAMES_LABEL = 50_000_000;
  private static final long PEOPLE_LABEL = 51_000_000;
  private static final long AGENTS_LABEL = 52_000_000;
  private static final long PLANTS_LABEL = 53_000_000;
  private static final long WORK_LABEL = 54_000_000;
  private static final int FEWEST_PEOPLE = 40;

  private final List<AgentAction> activity;
  private final List<RegistryChange> registry;
  private final List<PlantedViolation> truth;

  public GovernedEnterprise(GovernanceSettings settings) {
    WorkCalendar calendar = new WorkCalendar(settings);
    int people = Math.max(FEWEST_PEOPLE, settings.agents() * 3 / 4);
    Staff staff = new Staff(people, calendar.peopleKnown(), dice(settings, PEOPLE_LABEL));
    GovernedCompany company = new GovernedCompany(calendar, staff, dice(settings, NAMES_LABEL));
    CleanCompany clean = new CleanCompany(company, dice(settings, AGENTS_LABEL));
    clean.fill(settings.agents());
    plant(new Planting(company, settings, dice(settings, PLANTS_LABEL)));
    DailyWork work = new DailyWork(company, dice(settings, WORK_LABEL));
    work.planCalls(clean.lasting());
    company.everyAgent().forEach(work::plan);
    this.activity = events(company.deeds(), settings.seed());
    this.registry = company.registry();
    this.truth = company.truth();
  }

  private static void plant(Planting planting) {
    OwnershipPlants ownership = new OwnershipPlants(planting);
    ownership.ownerlessAgent();
    ownership.ownerNotActive();
    ownership.unregisteredAgent();
    ownership.incompleteRecord();
    GrantPlants grants = new GrantPlants(planting);
    grants.noGrant();
    grants.expiredGrantUsed();
    grants.grantExpired();
    grants.reviewOverdue();
    grants.unusedGrant();
    grants.outsidePurpose();
    RequesterPlants requesters = new RequesterPlants(planting);
    requesters.authorityBypass();
    requesters.requesterNotActive();
    requesters.invokerNotAllowed();
    requesters.beyondOwner();
    requesters.widenedChain();
    CredentialPlants credentials = new CredentialPlants(planting);
    credentials.unknownCredential();
    credentials.sharedCredential();
    credentials.rotatedCredentialUsed();
    credentials.dormantCredentialUsed();
    ownership.dormantAgentUsed();
  }

  /** Everything that agents do, in order of time. */
  public List<AgentAction> activity() {
    return activity;
  }

  /** Everything that the registry says, in order of time. */
  public List<RegistryChange> registry() {
    return registry;
  }

  /** Every violation that there is, in the order of the rules. */
  public List<PlantedViolation> truth() {
    return truth;
  }

  private static List<AgentAction> events(List<Deed> deeds, long seed) {
    List<AgentAction> events = new ArrayList<>(deeds.size());
    for (int i = 0; i < deeds.size(); i++) {
      events.add(deeds.get(i).event(seed, i));
    }
    return List.copyOf(events);
  }

  private static Dice dice(GovernanceSettings settings, long label) {
    return new Dice(Dice.mix(settings.seed(), label));
  }
}
