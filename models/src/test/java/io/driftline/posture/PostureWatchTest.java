package io.driftline.posture;

import static io.driftline.posture.Registered.DAY;
import static io.driftline.posture.Registered.HOUR;
import static io.driftline.posture.Registered.START;
import static io.driftline.posture.Registered.action;
import static io.driftline.posture.Registered.agent;
import static io.driftline.posture.Registered.ann;
import static io.driftline.posture.Registered.gone;
import static io.driftline.posture.Registered.grant;
import static io.driftline.posture.Registered.grantUntil;
import static io.driftline.posture.Registered.says;
import static io.driftline.posture.Registered.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentKind;
import io.driftline.activity.Outcome;
import io.driftline.feature.SensitivityTable;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.UserStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostureWatchTest {

  private static final AgentRecord EXPORTS = agent(grant("crm", "crm:export", START));
  private static final PostureSettings SETTINGS = PostureSettings.defaults();

  private final PostureWatch watch = new PostureWatch(SETTINGS, SensitivityTable.shipped());
  private final List<Finding> told = new ArrayList<>();
  private long watermark = Long.MIN_VALUE;

  @Test
  void aUseThatIsFineCostsNoTimerAndSaysNothing() {
    learn(says(START, EXPORTS));
    passTo(START + HOUR);
    assertThat(watch.nextAlarm()).as("for the review").isEqualTo(START + 30 * DAY);
    for (int i = 0; i < 100; i++) {
      use("e" + i, START + 2 * HOUR + i, "crm:export");
    }
    assertThat(watch.nextAlarm()).isEqualTo(Long.MAX_VALUE);
    assertThat(told).isEmpty();
  }

  @Test
  void whatSeemsWrongIsToldOnceTheWatermarkHasPassed() {
    learn(says(START, agent()));
    passTo(START + HOUR);
    use("e1", START + 2 * HOUR, "crm:export");
    use("e2", START + 3 * HOUR, "crm:export");
    passTo(START + 2 * HOUR - 1);
    assertThat(told).isEmpty();
    passTo(START + 2 * HOUR);
    assertThat(summary()).containsExactly("OPEN NO_GRANT");
    assertThat(told.get(0).count()).isEqualTo(2);
    assertThat(told.get(0).evidence()).containsExactly("e1", "e2");
    assertThat(told.get(0).firstSeen()).isEqualTo(START + 2 * HOUR);
  }

  @Test
  void whatARegistryExplainsInTimeIsNeverTold() {
    use("e1", START + HOUR, "crm:export");
    learn(says(START, EXPORTS));
    passTo(START + DAY);
    assertThat(told).isEmpty();
  }

  @Test
  void ofSeveralUsesHeldBackOnlyTheOneThatStaysWrongIsTold() {
    learn(says(START, agent()));
    use("e1", START + HOUR, "crm:export");
    use("e2", START + 3 * HOUR, "crm:export");
    learn(says(START + HOUR, EXPORTS));
    learn(says(START + 2 * HOUR, agent()));
    passTo(START + DAY);
    assertThat(summary()).containsExactly("OPEN NO_GRANT");
    assertThat(told.get(0).evidence()).containsExactly("e2");
  }

  @Test
  void aLateGrantWithdrawsWhatWasTold() {
    learn(says(START, agent()));
    use("e1", START + HOUR, "crm:export");
    passTo(START + DAY);
    learn(says(START, EXPORTS));
    assertThat(summary()).containsExactly("OPEN NO_GRANT", "RESOLVED NO_GRANT");
    assertThat(told.get(1).summary()).endsWith("By what is known now, it never was so.");
  }

  @Test
  void aLateRevocationAccusesTheLatestUse() {
    learn(says(START, EXPORTS));
    use("e1", START + HOUR, "crm:export");
    use("e2", START + 3 * HOUR, "crm:export");
    passTo(START + DAY);
    learn(says(START + 4 * HOUR, agent()));
    assertThat(told).as("nothing was used since").isEmpty();
    learn(says(START + 3 * HOUR, agent()));
    assertThat(summary()).containsExactly("OPEN NO_GRANT");
    assertThat(told.get(0).evidence()).containsExactly("e2");
    assertThat(told.get(0).time()).isEqualTo(START + 3 * HOUR);
    learn(says(START + 3 * HOUR, agent()));
    assertThat(told).as("counted once").hasSize(1);
  }

  @Test
  void aFindingIsResolvedWhenTheRegistryPutsItRight() {
    learn(says(START, agent()));
    passTo(START);
    use("e1", START + HOUR, "crm:export");
    learn(says(START + 2 * DAY, EXPORTS));
    passTo(START + 2 * DAY - 1);
    assertThat(summary()).containsExactly("OPEN NO_GRANT");
    passTo(START + 2 * DAY);
    assertThat(summary()).containsExactly("OPEN NO_GRANT", "RESOLVED NO_GRANT");
    assertThat(told.get(1).time()).isEqualTo(START + 2 * DAY);
    assertThat(told.get(1).lastSeen()).isEqualTo(START + HOUR);
  }

  @Test
  void aFindingThatIsNotSeenAgainIsOverAfterThirtyDays() {
    learn(says(START, agent()));
    passTo(START);
    use("e1", START + HOUR, "crm:export");
    passTo(START + 30 * DAY + HOUR - 1);
    assertThat(summary()).containsExactly("OPEN NO_GRANT");
    passTo(START + 30 * DAY + HOUR);
    assertThat(summary()).containsExactly("OPEN NO_GRANT", "RESOLVED NO_GRANT");
  }

  @Test
  void anUnregisteredAgentIsToldThatAndNothingThatFollowsFromIt() {
    use("e1", START + HOUR, "crm:export");
    watch.use(
        action("e2", START + HOUR, "crm", "crm:read", null, null, null), watermark, told::add);
    passTo(START + DAY);
    assertThat(summary()).containsExactly("OPEN INCOMPLETE_RECORD", "OPEN UNREGISTERED_AGENT");
    learn(says(START + 2 * DAY, EXPORTS));
    passTo(START + 2 * DAY);
    assertThat(open()).containsExactly("INCOMPLETE_RECORD");
    learn(gone(START + 3 * DAY));
    use("e3", START + 4 * DAY, "crm:export");
    passTo(START + 4 * DAY);
    assertThat(open()).containsExactly("INCOMPLETE_RECORD", "UNREGISTERED_AGENT");
  }

  @Test
  void grantsExpireAgeAndRustWithoutAnyEvent() {
    learn(
        says(
            START,
            agent(
                grant("crm", "crm:export", START),
                grantUntil("crm", "crm:read", START, START + 10 * DAY))));
    passTo(START + HOUR);
    passTo(START + 200 * DAY);
    assertThat(told)
        .extracting(each -> each.rule() + " " + (each.time() - START) / DAY)
        .containsExactly("GRANT_EXPIRED 10", "REVIEW_OVERDUE 30", "UNUSED_GRANT 91");
  }

  @Test
  void aGrantThatIsUsedAgainIsUnusedNoMore() {
    learn(says(START, agent(grant("crm", "crm:*", START))));
    use("e1", START, "crm:export");
    passTo(START + 100 * DAY);
    assertThat(open()).containsExactly("REVIEW_OVERDUE", "UNUSED_GRANT");
    use("e2", START + 101 * DAY, "crm:export");
    assertThat(open()).containsExactly("REVIEW_OVERDUE");
    passTo(START + 191 * DAY);
    assertThat(open()).containsExactly("REVIEW_OVERDUE", "UNUSED_GRANT");
    assertThat(told.get(told.size() - 1).id()).isNotEqualTo(told.get(1).id());
  }

  @Test
  void arrivalOfAnOldUseDoesNotMakeAGrantUsed() {
    learn(says(START, agent(grant("crm", "crm:*", START))));
    use("e1", START, "crm:export");
    passTo(START + 100 * DAY);
    use("e0", START + DAY, "crm:read");
    assertThat(open()).contains("UNUSED_GRANT");
  }

  @Test
  void aRefusedPermissionWasNotUsed() {
    learn(says(START, agent(AgentKind.ORGANIZATIONAL, "ann", List.of("mail"), null, List.of())));
    passTo(START);
    watch.use(
        action("e1", START + HOUR, "crm", "crm:export", "eve", null, Outcome.DENIED),
        watermark,
        told::add);
    passTo(START + DAY);
    assertThat(open()).containsExactly("OUTSIDE_PURPOSE");
  }

  @Test
  void accusationsOpenAndWithdraw() {
    FindingSubject what = FindingSubject.ofUse("eve", "crm", "crm:export");
    watch.accuse(accusation(what, 3, false), START + HOUR, told::add);
    watch.accuse(accusation(what, 1, true), START + HOUR, told::add);
    assertThat(summary()).containsExactly("OPEN AUTHORITY_BYPASS", "RESOLVED AUTHORITY_BYPASS");
    assertThat(told.get(0).count()).isEqualTo(3);
  }

  @Test
  void anAccusationThatOvertakesTheAgentsRecordIsToldWithItsOwnerAllTheSame() {
    watch.accuse(accusation(eves("crm:export"), 1, false), watermark, told::add);
    assertThat(told).isEmpty();
    learn(says(START, agent(AgentKind.PERSONAL, "ann", null, null, List.of())));
    passTo(START + HOUR);
    assertThat(told).extracting(Finding::owner).containsExactly("ann");
  }

  @Test
  void accusationsThatWaitAreToldInOrderOfTimeHoweverTheyCame() {
    for (String permission : List.of("crm:write", "crm:export", "crm:delete")) {
      watch.accuse(accusation(eves(permission), 1, false), watermark, told::add);
    }
    passTo(START + HOUR);
    assertThat(told)
        .extracting(each -> each.subject().permission())
        .containsExactly("crm:delete", "crm:export", "crm:write");
  }

  @Test
  void whatIsTakenBackBeforeItWasToldIsNeverTold() {
    watch.accuse(accusation(eves("crm:export"), 1, false), watermark, told::add);
    watch.accuse(accusation(eves("crm:export"), 1, true), watermark, told::add);
    passTo(START + DAY);
    assertThat(told).isEmpty();
  }

  @Test
  void beyondTheirBoundAccusationsDoNotWait() {
    for (int i = 0; i <= HeldAccusations.MOST; i++) {
      watch.accuse(accusation(eves("crm:" + i), 1, false), watermark, told::add);
    }
    assertThat(told).hasSize(1);
    watch.settle(told::add);
    assertThat(watch.open()).as("as many as can be open").hasSize(FindingLedger.MOST_OPEN);
  }

  private static FindingSubject eves(String permission) {
    return FindingSubject.ofUse("eve", "crm", permission);
  }

  @Test
  void severityGoesByTheReachOfTheAgentAtThatTime() {
    learn(says(START, agent(AgentKind.PERSONAL, "ann", null, null, List.of())));
    learn(
        says(
            START + DAY,
            agent(AgentKind.PERSONAL, "ann", null, null, List.of(grant("*", "x", START)))));
    use("e1", START + HOUR, "crm:export");
    use("e2", START + DAY, "crm:delete");
    passTo(START + DAY);
    assertThat(told)
        .extracting(each -> each.subject().permission() + " " + each.severity())
        .containsExactly("crm:export MEDIUM", "crm:delete CRITICAL");
  }

  @Test
  void anOwnerWhoLeavesIsFoundWhenThatHolds() {
    learn(says(START, EXPORTS));
    learn(ann(START + DAY, UserStatus.DEPARTED));
    passTo(START + DAY - 1);
    assertThat(told).isEmpty();
    passTo(START + DAY);
    assertThat(summary()).containsExactly("OPEN OWNER_NOT_ACTIVE");
    learn(ann(START + 2 * DAY, UserStatus.ACTIVE));
    passTo(START + 2 * DAY);
    assertThat(open()).isEmpty();
  }

  @Test
  void everythingIsBounded() {
    learn(says(START, agent()));
    for (int i = 0; i < 2_000; i++) {
      watch.use(
          action("e" + i, START + HOUR, "s" + i, "p" + i, "u" + i, null, Outcome.SUCCESS),
          watermark,
          told::add);
    }
    for (int i = 0; i < 100; i++) {
      RegistryChange person =
          RegistryChange.removal(RegistryChange.Subject.USER, "owner" + i, START + i);
      learn(person);
      learn(says(START + i, agent()));
    }
    passTo(START + DAY);
    assertThat(watch.open()).hasSize(FindingLedger.MOST_OPEN);
    assertThat(watch.uses.rights.size()).isBetween(UseLog.MOST / 2, UseLog.MOST);
    assertThat(watch.uses.invokers.size()).isBetween(UseLog.MOST / 2, UseLog.MOST);
    byte[] stored = new PostureWatchCodec(SETTINGS, SensitivityTable.shipped()).encode(watch);
    assertThat(stored.length).isLessThan(200_000);
  }

  private static Accusation accusation(FindingSubject what, long count, boolean withdrawn) {
    return new Accusation(
        PostureRule.AUTHORITY_BYPASS, "bot", what, START + HOUR, "e1", count, withdrawn);
  }

  private void use(String id, long time, String permission) {
    watch.use(Registered.use(id, time, "crm", permission), watermark, told::add);
  }

  private void learn(RegistryChange change) {
    watch.learn("bot", change, watermark, told::add);
  }

  /** Moves the watermark, waking the watch as it asked. */
  private void passTo(long time) {
    watermark = time;
    for (long next = watch.due.next(); next <= time; next = watch.due.next()) {
      watch.wake(next, watermark, told::add);
    }
  }

  private List<String> summary() {
    return told.stream().map(each -> each.status() + " " + each.rule()).toList();
  }

  private List<String> open() {
    return watch.open().stream().map(each -> each.key().rule().name()).toList();
  }
}
