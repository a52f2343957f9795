package io.driftline.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.driftline.feature.SensitivityTable;
import io.driftline.forest.Detector;
import io.driftline.forest.Verdict;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FeedbackLogTest {

  private static final long DAY = 86_400_000L;
  private static final long PATTERN = 7;
  private static final int SURPRISE = 1 << Detector.SURPRISE.ordinal();

  private final FeedbackLog log = new FeedbackLog();

  @Test
  void eachFalsePositiveRaisesTheLineAndEachTruePositiveLowersIt() {
    assertThat(raise(0)).isZero();
    falsePositives(9);
    assertThat(raise(0)).isCloseTo(25, within(1e-9));
    log.take(verdict(100, FeedbackKind.TRUE_POSITIVE, 0));
    assertThat(raise(0)).isCloseTo(25 * Math.log10(5), within(1e-9));
  }

  @Test
  void trulyBadNewsNeverLowersTheLineBelowWhereItWas() {
    log.take(verdict(1, FeedbackKind.TRUE_POSITIVE, 0));
    assertThat(raise(0)).isZero();
  }

  @Test
  void afterTwentyFalsePositivesNoScoreIsHighEnoughButAnotherDetectorIs() {
    falsePositives(20);
    AlertPolicy policy = new AlertPolicy(Thresholds.defaults(), SensitivityTable.shipped());
    LineSubject subject = new LineSubject(null, "c", "a");
    double[] alone = {40, 0, 240, 0, 0, 0, 0, 0};
    double[] both = {80, 0, 240, 0, 0, 0, 0, 0};
    Verdict muted = new Verdict(240, Detector.SURPRISE, alone, null);
    Decision decision = decide(policy, subject, muted);
    assertThat(decision.alert()).isFalse();
    assertThat(decision.atLine()).isFalse();
    assertThat(decide(policy, subject, new Verdict(240, Detector.SURPRISE, both, null)))
        .isEqualTo(new Decision(Detector.BEHAVIOUR, 75, true, true));
  }

  @Test
  void anotherPatternIsAsItWas() {
    falsePositives(20);
    assertThat(log.raise(8, Detector.SURPRISE, 0, Long.MAX_VALUE)).isZero();
  }

  @Test
  void verdictsFadeAndAreForgotten() {
    falsePositives(20);
    assertThat(raise(90 * DAY)).isCloseTo(25 * Math.log10(11), within(1e-9));
    log.take(verdict(999, FeedbackKind.BENIGN, 400 * DAY));
    assertThat(log.all()).hasSize(1);
  }

  @Test
  void aVerdictOnTheSameAnomalyTakesThePlaceOfTheOneBefore() {
    falsePositives(3);
    falsePositives(3);
    assertThat(raise(0)).isCloseTo(25 * Math.log10(4), within(1e-9));
    log.take(verdict(1, FeedbackKind.BENIGN, 1));
    log.take(verdict(1, FeedbackKind.FALSE_POSITIVE, 0));
    assertThat(raise(1)).isCloseTo(25 * Math.log10(3), within(1e-6));
  }

  @Test
  void verdictsThatAreNotKnownYetDoNotCount() {
    log.take(verdict(1, FeedbackKind.FALSE_POSITIVE, 10));
    log.take(verdict(2, FeedbackKind.BENIGN, 10));
    assertThat(log.raise(PATTERN, Detector.SURPRISE, 5, 5)).isZero();
    assertThat(log.lesson(PATTERN, 1, 5)).isNull();
    assertThat(log.lesson(PATTERN, 1, 10)).isEqualTo(FeedbackKind.BENIGN);
  }

  @Test
  void aLessonIsAboutTheResourceThatItNames() {
    log.take(new Feedback(1, PATTERN, 5, SURPRISE, FeedbackKind.TRUE_POSITIVE, 0));
    assertThat(log.lesson(PATTERN, 5, 0)).isEqualTo(FeedbackKind.TRUE_POSITIVE);
    assertThat(log.lesson(PATTERN, 6, 0)).isNull();
  }

  @Test
  void isBounded() {
    for (int i = 0; i < FeedbackLog.MOST + 50; i++) {
      log.take(new Feedback(i, i / 100, 0, SURPRISE, FeedbackKind.FALSE_POSITIVE, i));
    }
    assertThat(log.all()).hasSize(FeedbackLog.MOST);
    for (int i = 0; i < 500; i++) {
      log.take(verdict(1_000_000 + i, FeedbackKind.FALSE_POSITIVE, 1_000_000));
    }
    assertThat(log.all().stream().filter(each -> each.pattern() == PATTERN))
        .hasSize(FeedbackLog.MOST_OF_PATTERN);
    assertThat(log.raise(PATTERN, Detector.SURPRISE, 1_000_000, Long.MAX_VALUE))
        .isEqualTo(FeedbackLog.MOST_POINTS);
  }

  @Test
  void theStoredFormIsAsItWas() {
    log.take(verdict(1, FeedbackKind.BENIGN, 2));
    byte[] stored = FeedbackLogCodec.encode(log);
    assertThat(HexFormat.of().formatHex(stored))
        .isEqualTo(
            "0101"
                + "0000000000000001"
                + "0000000000000007"
                + "0000000000000000"
                + "0403"
                + "0000000000000002");
    assertThat(FeedbackLogCodec.decode(stored).all()).isEqualTo(log.all());
    stored[0] = 2;
    assertThatIllegalStateException().isThrownBy(() -> FeedbackLogCodec.decode(stored));
  }

  private Decision decide(AlertPolicy policy, LineSubject subject, Verdict verdict) {
    return policy.decide(
        subject, verdict, 0, detector -> log.raise(PATTERN, detector, 0, Long.MAX_VALUE));
  }

  private double raise(long time) {
    return log.raise(PATTERN, Detector.SURPRISE, time, Long.MAX_VALUE);
  }

  private void falsePositives(int count) {
    for (int i = 1; i <= count; i++) {
      log.take(verdict(i, FeedbackKind.FALSE_POSITIVE, 0));
    }
  }

  private static Feedback verdict(long alert, FeedbackKind kind, long time) {
    return new Feedback(alert, PATTERN, Feedback.ANY_RESOURCE, SURPRISE, kind, time);
  }
}
