package io.driftline.job.cli.alerts;

import static io.driftline.job.cli.alerts.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.feature.Glob;
import io.driftline.posture.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertFilterTest {

  private final AlertRecord high = read(SampleRecords.finding().get(0));
  private final AlertRecord ungraded = read(SampleRecords.drift());

  private static AlertRecord read(byte[] value) {
    return new AlertReader(Unread.silently()).read(List.of(record(0, 0, value))).get(0);
  }

  private static AlertFilter least(Severity severity) {
    return new AlertFilter(severity, null, null);
  }

  @Test
  void aSeverityLetsItselfPassAndWhatIsGraver() {
    assertThat(least(Severity.MEDIUM).passes(high)).isTrue();
    assertThat(least(Severity.HIGH).passes(high)).isTrue();
    assertThat(least(Severity.CRITICAL).passes(high)).isFalse();
  }

  @Test
  void whatIsNotGradedIsNotHidden() {
    assertThat(least(Severity.CRITICAL).passes(ungraded)).isTrue();
  }

  @Test
  void anAgentIsMatchedWhole() {
    assertThat(new AlertFilter(null, Glob.of("SALES-*"), null).passes(high)).isTrue();
    assertThat(new AlertFilter(null, Glob.of("sales"), null).passes(high)).isFalse();
  }

  @Test
  void theFirstInstantPasses() {
    Instant time = high.time();
    Instant later = time.plus(Duration.ofMillis(1));
    assertThat(new AlertFilter(null, null, time).passes(high)).isTrue();
    assertThat(new AlertFilter(null, null, later).passes(high)).isFalse();
  }
}
