package io.driftline.job.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.posture.CredentialSettings;
import io.driftline.posture.Finding;
import io.driftline.posture.FindingStatus;
import io.driftline.posture.PostureRule;
import io.driftline.registry.RegistryChange;
import io.driftline.simulate.DisturbedOrder;
import io.driftline.simulate.GovernanceSettings;
import io.driftline.simulate.GovernedEnterprise;
import io.driftline.simulate.PlantedViolation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An enterprise in which everything else is in order. */
class GovernedCredentialsTest {

  private static final Set<PostureRule> RULES =
      EnumSet.of(
          PostureRule.UNKNOWN_CREDENTIAL,
          PostureRule.SHARED_CREDENTIAL,
          PostureRule.ROTATED_CREDENTIAL_USED,
          PostureRule.DORMANT_CREDENTIAL_USED);
  private static final CredentialSettings SETTINGS = CredentialSettings.ofDays(30, 20, 30);
  private static final GovernanceSettings ENTERPRISE = GovernanceSettings.defaults().withAgents(40);
  private static final int LATENESS = 300_000;

  /** What an agent did, or what the registry says. */
  private record Arrival(AgentAction action, RegistryChange change) {

    long time() {
      return action == null ? change.time() : action.timeMillis();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void exactlyWhatIsPlantedIsFound(long seed) throws Exception {
    GovernedEnterprise enterprise = new GovernedEnterprise(ENTERPRISE.withSeed(seed));
    List<Finding> opened =
        run(arrivals(enterprise), 0).stream()
            .filter(found -> found.status() == FindingStatus.OPEN)
            .toList();
    assertThat(opened)
        .extracting(found -> found.rule() + " " + found.agentId() + " " + found.subject())
        .containsExactlyInAnyOrderElementsOf(truth(enterprise));
    assertThat(opened)
        .allSatisfy(
            found ->
                assertThat(planted(enterprise, found.rule()).knownFrom())
                    .isEqualTo(found.firstSeen()));
  }

  @Test
  void theOrderWithinTheLatenessAndARestoreMakeNoDifference() throws Exception {
    GovernedEnterprise enterprise = new GovernedEnterprise(ENTERPRISE);
    List<Arrival> inOrder = arrivals(enterprise);
    List<Finding> undisturbed = run(inOrder, 0);
    for (long seed = 1; seed <= 2; seed++) {
      List<Arrival> disturbed = DisturbedOrder.of(inOrder, Arrival::time, LATENESS, seed);
      assertThat(sorted(run(disturbed, seed == 1 ? 0 : 7))).isEqualTo(sorted(undisturbed));
    }
  }

  @Test
  void aRegistryThatIsThereBeforeAnybodyActsMakesNoDifference() throws Exception {
    GovernedEnterprise enterprise = new GovernedEnterprise(ENTERPRISE);
    List<Arrival> registryFirst = arrivals(enterprise);
    registryFirst.sort(Comparator.comparing(each -> each.change() == null));
    assertThat(sorted(run(registryFirst, 0))).isEqualTo(sorted(run(arrivals(enterprise), 0)));
  }

  private static List<Arrival> arrivals(GovernedEnterprise enterprise) {
    List<Arrival> arrivals = new ArrayList<>();
    for (RegistryChange change : enterprise.registry()) {
      if (change.subject() == RegistryChange.Subject.AGENT) {
        arrivals.add(new Arrival(null, change));
      }
    }
    enterprise.activity().forEach(action -> arrivals.add(new Arrival(action, null)));
    arrivals.sort(Comparator.comparingLong(Arrival::time));
    return arrivals;
  }

  /**
   * @param restores how often all starts anew from a savepoint on the way
   */
  private static List<Finding> run(List<Arrival> arrivals, int restores) throws Exception {
    try (CredentialRun run = new CredentialRun(SETTINGS)) {
      long latest = Long.MIN_VALUE;
      for (int i = 0; i < arrivals.size(); i++) {
        Arrival arrival = arrivals.get(i);
        if (arrival.change() != null) {
          run.learn(arrival.change());
        } else {
          run.act(CredentialActions.identified(arrival.action()));
          latest = Math.max(latest, arrival.time());
        }
        if (i % 50 == 0 && latest > Long.MIN_VALUE) {
          run.watermark(latest - LATENESS - 1);
        }
        if (restores > 0 && i % (arrivals.size() / restores) == 1) {
          run.restore();
        }
      }
      run.watermark(latest);
      return run.findings();
    }
  }

  private static List<Finding> sorted(List<Finding> findings) {
    return findings.stream()
        .sorted(Comparator.comparingLong(Finding::time).thenComparing(Finding::id))
        .toList();
  }

  private static List<String> truth(GovernedEnterprise enterprise) {
    return enterprise.truth().stream()
        .filter(each -> RULES.contains(each.rule()))
        .map(each -> each.rule() + " " + each.agentId() + " " + each.subject())
        .toList();
  }

  private static PlantedViolation planted(GovernedEnterprise enterprise, PostureRule rule) {
    return enterprise.truth().stream()
        .filter(each -> each.rule() == rule)
        .findFirst()
        .orElseThrow();
  }
}
