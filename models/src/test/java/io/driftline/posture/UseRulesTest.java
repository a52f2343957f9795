package io.driftline.posture;

import static io.driftline.posture.Registered.DAY;
import static io.driftline.posture.Registered.START;
import static io.driftline.posture.Registered.action;
import static io.driftline.posture.Registered.agent;
import static io.driftline.posture.Registered.ann;
import static io.driftline.posture.Registered.annGone;
import static io.driftline.posture.Registered.gone;
import static io.driftline.posture.Registered.grant;
import static io.driftline.posture.Registered.grantUntil;
import static io.driftline.posture.Registered.says;
import static io.driftline.posture.Registered.use;
import static io.driftline.posture.Registered.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentKind;
import io.driftline.activity.Outcome;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.Right;
import io.driftline.registry.UserStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class UseRulesTest {

  private static final FindingSubject EXPORT = FindingSubject.ofRight("crm", "crm:export");
  private static final FindingSubject NO_PERMISSION = FindingSubject.ofRight("crm", null);
  private static final FindingSubject EVE = FindingSubject.ofUser("eve");

  @Test
  void anAgentIsUnregisteredUntilItsFirstRecordAndAfterItsRemoval() {
    UseRule rule = new UnregisteredAgent();
    PostureView view = view(says(START, agent()), gone(START + DAY));
    assertThat(rule.accuses(EXPORT, START - 1, view)).isEqualTo(FindingSubject.AGENT);
    assertThat(rule.accuses(EXPORT, START, view)).isNull();
    assertThat(rule.accuses(EXPORT, START + DAY - 1, view)).isNull();
    assertThat(rule.accuses(EXPORT, START + DAY, view)).isEqualTo(FindingSubject.AGENT);
  }

  @Test
  void aPermissionNeedsAGrantThatHolds() {
    UseRule rule = new NoGrant();
    PostureView view = view(says(START, agent(grant("crm", "crm:*", START + DAY))));
    assertThat(rule.accuses(EXPORT, START + DAY - 1, view)).isEqualTo(EXPORT);
    assertThat(rule.accuses(EXPORT, START + DAY, view)).isNull();
    FindingSubject elsewhere = FindingSubject.ofRight("mail", "crm:export");
    assertThat(rule.accuses(elsewhere, START + DAY, view)).isEqualTo(elsewhere);
  }

  @Test
  void nothingIsHeldAgainstAnAgentWhoseGrantsAreNotDeclaredOrThatIsNotRegistered() {
    UseRule rule = new NoGrant();
    AgentRecord undeclared = AgentRecord.of("bot", null, null, null);
    assertThat(rule.accuses(EXPORT, START, view(says(START, undeclared)))).isNull();
    assertThat(rule.accuses(EXPORT, START, view())).isNull();
    assertThat(rule.accuses(NO_PERMISSION, START, view(says(START, agent())))).isNull();
    assertThat(rule.accuses(EXPORT, START, view(says(START, agent())))).isEqualTo(EXPORT);
  }

  @Test
  void aGrantThatHadExpiredIsNotTheSameAsNone() {
    long expiry = START + DAY;
    PostureView view = view(says(START, agent(grantUntil("crm", "crm:export", START, expiry))));
    assertThat(new ExpiredGrantUsed().accuses(EXPORT, expiry - 1, view)).isNull();
    assertThat(new ExpiredGrantUsed().accuses(EXPORT, expiry, view)).isEqualTo(EXPORT);
    assertThat(new NoGrant().accuses(EXPORT, expiry, view)).isNull();
    FindingSubject other = FindingSubject.ofRight("crm", "crm:read");
    assertThat(new ExpiredGrantUsed().accuses(other, expiry, view)).isNull();
    assertThat(new NoGrant().accuses(other, expiry, view)).isEqualTo(other);
  }

  @Test
  void anExpiredGrantIsRepairedByARenewalAndNotByTakingItOffTheRecord() {
    long expiry = START + DAY;
    PostureView view =
        view(
            says(START, agent(grantUntil("crm", "crm:export", START, expiry))),
            says(START + 2 * DAY, agent()),
            says(START + 3 * DAY, agent(grant("crm", "crm:export", START + 3 * DAY))));
    UseRule rule = new ExpiredGrantUsed();
    assertThat(rule.isRepaired(EXPORT, START + 2 * DAY, view)).isFalse();
    assertThat(rule.isRepaired(EXPORT, START + 3 * DAY, view)).isTrue();
    assertThat(new NoGrant().isRepaired(EXPORT, START + 2 * DAY, view)).isFalse();
    assertThat(new NoGrant().isRepaired(EXPORT, START + 3 * DAY, view)).isTrue();
  }

  @Test
  void aSystemIsOutsideThePurposeIfSystemsAreDeclaredWithoutIt() {
    UseRule rule = new OutsidePurpose();
    assertThat(rule.accuses(EXPORT, START, view(withSystems(List.of("mail")))))
        .isEqualTo(NO_PERMISSION);
    assertThat(rule.accuses(NO_PERMISSION, START, view(withSystems(List.of()))))
        .isEqualTo(NO_PERMISSION);
    assertThat(rule.accuses(EXPORT, START, view(withSystems(List.of("mail", "crm"))))).isNull();
    assertThat(rule.accuses(EXPORT, START, view(withSystems(List.of("*"))))).isNull();
    assertThat(rule.accuses(EXPORT, START, view(withSystems(null)))).isNull();
    assertThat(rule.accuses(EXPORT, START, view())).isNull();
  }

  @Test
  void aPersonalAgentMayDoWhatItsOwnerMayAtThatTime() {
    UseRule rule = new BeyondOwner();
    PostureView view =
        view(
            says(START, ofKind(AgentKind.PERSONAL, "ann")),
            ann(START + DAY, UserStatus.ACTIVE),
            ann(START + 2 * DAY, UserStatus.ACTIVE, new Right("crm", "*")),
            annGone(START + 3 * DAY));
    assertThat(rule.accuses(EXPORT, START + DAY - 1, view)).as("owner not known").isNull();
    assertThat(rule.accuses(EXPORT, START + DAY, view))
        .isEqualTo(FindingSubject.ofUse("ann", "crm", "crm:export"));
    assertThat(rule.accuses(EXPORT, START + 2 * DAY, view)).as("entitled").isNull();
    assertThat(rule.accuses(EXPORT, START + 3 * DAY, view)).as("owner not known").isNull();
    assertThat(rule.accuses(NO_PERMISSION, START + DAY, view)).isNull();
  }

  @Test
  void anAgentThatIsNotPersonalIsNotBoundByItsOwner() {
    PostureView view =
        view(says(START, ofKind(AgentKind.ORGANIZATIONAL, "ann")), ann(START, UserStatus.ACTIVE));
    assertThat(new BeyondOwner().accuses(EXPORT, START, view)).isNull();
    PostureView ownerless = view(says(START, ofKind(AgentKind.PERSONAL, null)));
    assertThat(new BeyondOwner().accuses(EXPORT, START, ownerless)).isNull();
  }

  @Test
  void anInvokerMustBeNamedIfInvokersAreDeclared() {
    UseRule rule = new InvokerNotAllowed();
    assertThat(rule.accuses(EVE, START, view(withInvokers(List.of("ann"))))).isEqualTo(EVE);
    assertThat(rule.accuses(EVE, START, view(withInvokers(List.of())))).isEqualTo(EVE);
    assertThat(rule.accuses(EVE, START, view(withInvokers(List.of("ann", "eve"))))).isNull();
    assertThat(rule.accuses(EVE, START, view(withInvokers(List.of("*"))))).isNull();
    assertThat(rule.accuses(EVE, START, view(withInvokers(null)))).isNull();
    assertThat(rule.accuses(EVE, START, view())).isNull();
  }

  @Test
  void ofARequesterAndTheAgentThatCalledItIsEnoughThatOneMayInvoke() {
    UseRule rule = new InvokerNotAllowed();
    FindingSubject both =
        InvokerNotAllowed.invokerOf(
            action("e", START, "crm", null, "eve", "planner", Outcome.SUCCESS));
    assertThat(both).isEqualTo(new FindingSubject(null, null, "eve", null, "planner"));
    assertThat(rule.accuses(both, START, view(withInvokers(List.of("planner"))))).isNull();
    assertThat(rule.accuses(both, START, view(withInvokers(List.of("eve"))))).isNull();
    assertThat(rule.accuses(both, START, view(withInvokers(List.of("ann"))))).isEqualTo(both);
    assertThat(
            InvokerNotAllowed.invokerOf(
                action("e", START, "crm", null, null, null, Outcome.SUCCESS)))
        .isNull();
  }

  @Test
  void aRecordIsIncompleteWithoutRequesterOrOutcome() {
    assertThat(IncompleteRecord.is(use("e", START, "crm", "crm:read"))).isFalse();
    assertThat(IncompleteRecord.is(use("e", START, "crm", null))).isFalse();
    assertThat(
            IncompleteRecord.is(action("e", START, "crm", "crm:read", null, null, Outcome.SUCCESS)))
        .isTrue();
    assertThat(IncompleteRecord.is(action("e", START, "crm", "crm:read", "eve", null, null)))
        .isTrue();
  }

  private static AgentRecord ofKind(AgentKind kind, String owner) {
    return agent(kind, owner, null, null, null);
  }

  private static RegistryChange withSystems(List<String> systems) {
    return says(START, agent(null, "ann", systems, null, null));
  }

  private static RegistryChange withInvokers(List<String> invokers) {
    return says(START, agent(null, "ann", null, invokers, null));
  }
}
