package io.driftline.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentKind;
import io.driftline.baseline.Damage;
import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.posture.BlastRadius.Reach;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingLedgerTest {

  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;
  private static final FindingSubject EXPORT = FindingSubject.ofRight("crm", "crm:export");
  private static final JudgedAgent BOT =
      new JudgedAgent("bot", AgentKind.ORGANIZATIONAL, "ann", Reach.WIDE);
  private static final JudgedAgent VAST_BOT =
      new JudgedAgent("bot", AgentKind.ORGANIZATIONAL, "ann", Reach.VAST);
  private static final FindingKey KEY = new FindingKey("bot", PostureRule.NO_GRANT, EXPORT);

  private FindingLedger ledger = new FindingLedger();
  private final List<Finding> told = new ArrayList<>();

  @Test
  void tellsWhatIsNewWithAllThatMatters() {
    use(BOT, HOUR, "e1");
    assertThat(told)
        .containsExactly(
            new Finding(
                KEY.id(1),
                FindingStatus.OPEN,
                null,
                PostureRule.NO_GRANT,
                Severity.HIGH,
                "bot",
                AgentKind.ORGANIZATIONAL,
                "ann",
                EXPORT,
                HOUR,
                HOUR,
                HOUR,
                1,
                Reach.WIDE,
                List.of("e1"),
                "bot used crm:export on crm, which was not granted to it."));
  }

  @Test
  void tellsAgainEachTimeTheCountHasDoubledAndNotForEveryEvent() {
    for (int i = 1; i <= 100; i++) {
      use(BOT, i, "e" + i);
    }
    assertThat(told).extracting(Finding::count).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L);
    assertThat(told.get(6).status()).isEqualTo(FindingStatus.UPDATED);
    assertThat(told.get(6).evidence()).containsExactly("e1", "e2", "e3", "e4", "e64");
    assertThat(told).extracting(Finding::id).containsOnly(KEY.id(1));
  }

  @Test
  void tellsAtMostOnceADayThatItGoesOn() {
    for (int i = 1; i <= 8; i++) {
      use(BOT, i, "e" + i);
    }
    told.clear();
    use(BOT, 8 + DAY - 1, "early");
    assertThat(told).isEmpty();
    use(BOT, 8 + DAY, "a day later");
    use(BOT, 9 + DAY, "soon after");
    assertThat(told).extracting(Finding::count).containsExactly(10L);
  }

  @Test
  void tellsWhenItGotWorseAndNotWhenItGotMilder() {
    standing(BOT, HOUR);
    standing(BOT, 9 * DAY);
    assertThat(told).hasSize(1);
    standing(VAST_BOT, 10 * DAY);
    standing(BOT, 11 * DAY);
    assertThat(told).extracting(Finding::severity).containsExactly(Severity.LOW, Severity.MEDIUM);
  }

  @Test
  void eachTimeItIsOpenHasAnIdOfItsOwnButOneThatWasWithdrawnNeverWas() {
    use(BOT, 1, "e1");
    ledger.resolve(KEY, 2, Resolution.WITHDRAWN, told::add);
    use(BOT, 3, "e2");
    ledger.resolve(KEY, 4, Resolution.REPAIRED, told::add);
    use(BOT, 5, "e3");
    assertThat(told)
        .extracting(Finding::id)
        .containsExactly(KEY.id(1), KEY.id(1), KEY.id(1), KEY.id(1), KEY.id(2));
    assertThat(told.get(3).status()).isEqualTo(FindingStatus.RESOLVED);
    assertThat(told.get(3).time()).isEqualTo(4);
    assertThat(told.get(3).summary()).endsWith("to it. This is so no longer.");
  }

  @Test
  void whatIsNotOpenCannotBeResolved() {
    ledger.resolve(KEY, 2, Resolution.REPAIRED, told::add);
    assertThat(told).isEmpty();
    assertThat(ledger.isEmpty()).isTrue();
  }

  @Test
  void whatIsNotSeenForLongIsOverAndWhatIsSoByTheRegistryIsNot() {
    use(BOT, HOUR, "e1");
    standing(BOT, HOUR);
    assertThat(ledger.nextQuiet(DAY)).isEqualTo(HOUR + DAY);
    ledger.resolveQuiet(HOUR + DAY - 1, DAY, told::add);
    assertThat(ledger.open()).hasSize(2);
    ledger.resolveQuiet(9 * DAY, DAY, told::add);
    assertThat(ledger.open()).extracting(OpenFinding::count).containsExactly(0L);
    assertThat(told.get(2).time()).isEqualTo(HOUR + DAY);
    assertThat(ledger.nextQuiet(DAY)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aWorseFindingTakesThePlaceOfTheMildestAndOthersAreNotTold() {
    for (int i = 0; i < FindingLedger.MOST_OPEN; i++) {
      assertThat(standing(BOT, FindingSubject.ofRight("crm", "crm:" + i), i)).isTrue();
    }
    told.clear();
    assertThat(standing(BOT, FindingSubject.ofRight("crm", "one more"), 999)).isFalse();
    assertThat(told).isEmpty();
    assertThat(use(BOT, 999, "e1")).isTrue();
    assertThat(ledger.open()).hasSize(FindingLedger.MOST_OPEN);
    assertThat(told)
        .extracting(finding -> finding.status() + " " + finding.subject().permission())
        .containsExactly("RESOLVED crm:0", "OPEN crm:export");
  }

  @Test
  void howOftenSomethingWasOpenIsForgottenAtSomeTime() {
    for (int i = 0; i <= FindingLedger.MOST_CLOSED; i++) {
      FindingSubject subject = FindingSubject.ofRight("crm", "crm:" + i);
      standing(BOT, subject, i);
      ledger.resolve(
          new FindingKey("bot", PostureRule.REVIEW_OVERDUE, subject),
          i,
          Resolution.REPAIRED,
          told::add);
    }
    told.clear();
    standing(BOT, FindingSubject.ofRight("crm", "crm:0"), 999);
    standing(BOT, FindingSubject.ofRight("crm", "crm:1"), 999);
    assertThat(told)
        .extracting(Finding::id)
        .containsExactly(reviewId("crm:0", 1), reviewId("crm:1", 2));
  }

  @Test
  void goesOnAfterEachCallAsIfNothingHadHappened() {
    for (int i = 1; i <= 10; i++) {
      use(BOT, i * HOUR, "e" + i);
      ledger = restored();
    }
    ledger.resolve(KEY, 11 * HOUR, Resolution.REPAIRED, told::add);
    ledger = restored();
    use(BOT, 12 * HOUR, "e12");
    assertThat(told).extracting(Finding::count).containsExactly(1L, 2L, 4L, 8L, 10L, 1L);
    assertThat(told.get(5).id()).isEqualTo(KEY.id(2));
    assertThat(told.get(4).evidence()).containsExactly("e1", "e2", "e3", "e4", "e10");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    use(BOT, HOUR, "e1");
    standing(VAST_BOT, HOUR);
    ledger.resolve(KEY, 2, Resolution.REPAIRED, told::add);
    use(JudgedAgent.unregistered("bot"), DAY, "e2");
    byte[] stored = stored();
    Damage.refusesVersion(stored, "finding ledger", 1, 1, FindingLedgerTest::read);
    Damage.refusesEveryTruncation(stored, FindingLedgerTest::read);
    Damage.survivesFlippedBits(stored, FindingLedgerTest::read);
  }

  private boolean use(JudgedAgent agent, long time, String eventId) {
    return ledger.observe(
        agent, PostureRule.NO_GRANT, EXPORT, Observed.once(time, eventId), told::add);
  }

  private void standing(JudgedAgent agent, long now) {
    standing(agent, EXPORT, now);
  }

  private boolean standing(JudgedAgent agent, FindingSubject subject, long now) {
    return ledger.observe(
        agent, PostureRule.REVIEW_OVERDUE, subject, Observed.standing(0, now), told::add);
  }

  private static String reviewId(String permission, int episode) {
    FindingSubject subject = FindingSubject.ofRight("crm", permission);
    return new FindingKey("bot", PostureRule.REVIEW_OVERDUE, subject).id(episode);
  }

  private byte[] stored() {
    StateWriter out = new StateWriter();
    ledger.write(out);
    return out.toBytes();
  }

  private FindingLedger restored() {
    return read(stored());
  }

  private static FindingLedger read(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    FindingLedger read = FindingLedger.read(in);
    in.readEnd("finding ledger");
    return read;
  }
}
