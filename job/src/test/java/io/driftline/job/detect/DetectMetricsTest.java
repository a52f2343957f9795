package io.driftline.job.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.forest.ModelArtifact;
import io.driftline.forest.ModelArtifactCodec;
import java.io.IOException;
import java.io.InputStream;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.testutils.MetricListener;
import org.junit.jupiter.api.Test;

class DetectMetricsTest {

  private static final String COHORT = "personal/mail";

  private final MetricListener listener = new MetricListener();
  private final ModelArtifact model = model();
  private final long trained = model.provenance().to();
  private long now = trained;

  @Test
  void aModelIsAsOldAsTheActionThatItJudgedLastIsAfterItsTraining() {
    DetectMetrics metrics = metrics(null);
    metrics.scored(COHORT, trained + 90_500, 10, model);
    assertThat(gauge("models.age")).isEqualTo(90L);
    assertThat(gauge("models.version")).isEqualTo(trained / 1_000);
    metrics.scored(COHORT, trained - 5_000, 10, model);
    assertThat(gauge("models.age")).isEqualTo(0L);
  }

  @Test
  void theInitialModelHasNoAge() {
    metrics(model).scored(COHORT, trained + 90_500, 10, model);
    assertThat(gauge("models.age")).isEqualTo(0L);
    assertThat(gauge("models.version")).isEqualTo(0L);
    assertThat(count("actions.scored_by_initial_model")).isEqualTo(1);
    assertThat(count("actions.scored_without_model")).isZero();
  }

  @Test
  void withoutAModelSurpriseJudges() {
    metrics(null).scored(COHORT, trained, 10, null);
    assertThat(count("actions.scored_without_model")).isEqualTo(1);
    assertThat(gauge("models.version")).isEqualTo(0L);
  }

  @Test
  void latencyReachesFromTheActionToTheClockAndIsNeverNegative() {
    DetectMetrics metrics = metrics(null);
    now = trained + 700;
    metrics.scored(COHORT, trained, 10, model);
    metrics.scored(COHORT, trained + 5_000, 10, model);
    assertThat(histogram("actions.latency").getStatistics().getMax()).isEqualTo(700);
    assertThat(histogram("actions.latency").getStatistics().getMin()).isZero();
  }

  @Test
  void scoresAreTheShownOnes() {
    DetectMetrics metrics = metrics(null);
    metrics.scored(COHORT, trained, 74.9, model);
    metrics.scored(COHORT, trained, 340, model);
    assertThat(histogram("actions.score").getStatistics().getMin()).isEqualTo(74);
    assertThat(histogram("actions.score").getStatistics().getMax()).isEqualTo(100);
  }

  private DetectMetrics metrics(ModelArtifact initial) {
    return new DetectMetrics(listener.getMetricGroup(), initial, () -> now);
  }

  private Object gauge(String id) {
    return listener.<Gauge<Object>>getGauge("cohort", COHORT, id).orElseThrow().getValue();
  }

  private long count(String id) {
    return listener.getCounter(id).orElseThrow().getCount();
  }

  private Histogram histogram(String id) {
    return listener.getHistogram(id).orElseThrow();
  }

  private static ModelArtifact model() {
    try (InputStream in =
        ModelArtifact.class.getResourceAsStream("/io/driftline/forest/default.model")) {
      return ModelArtifactCodec.decode(in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
