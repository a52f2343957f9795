package io.driftline.incident;

import static io.driftline.incident.Raised.anomaly;
import static io.driftline.incident.Raised.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.posture.Severity;
import org.junit.jupiter.api.Test;

class KeptSignalsTest {

  private final KeptSignals kept = new KeptSignals();

  @Test
  void keepsTheFirstAndTheWorstOfTheRestInOrderOfTime() {
    for (int i = 0; i < 40; i++) {
      kept.add(anomaly("a" + i, i, "s1").score(i % 2 == 0 ? 76 : 90).signal());
    }
    assertThat(kept.all())
        .hasSize(KeptSignals.MOST)
        .isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
    assertThat(kept.all().get(0).id()).isEqualTo("a0");
    assertThat(kept.all().subList(1, 20)).allMatch(signal -> signal.score() == 90);
  }

  @Test
  void aFindingIsNotLostAmongAnomalies() {
    kept.add(finding("f1", 0.5).signal());
    for (int i = 0; i < 40; i++) {
      kept.add(anomaly("a" + i, i, "s1").severity(Severity.CRITICAL).signal());
    }
    assertThat(kept.worst(SignalKind.FINDING).id()).isEqualTo("f1");
    kept.trim(KeptSignals.MOST_CLOSED);
    assertThat(kept.all()).extracting(Signal::id).startsWith("a0", "f1").hasSize(4);
  }

  @Test
  void aFindingThatIsToldAgainIsReplacedOnlyByAWorse() {
    kept.add(finding("f1", 0).signal());
    kept.refresh(finding("f1", 1).signal());
    assertThat(kept.all()).extracting(Signal::time).containsExactly(Raised.at(0));
    kept.refresh(finding("f1", 2).severity(Severity.HIGH).signal());
    assertThat(kept.all()).extracting(Signal::time).containsExactly(Raised.at(2));
  }
}
