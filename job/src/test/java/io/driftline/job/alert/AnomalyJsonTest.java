package io.driftline.job.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.decide.Anomaly;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AnomalyJsonTest {

  private static final OutputSchema SCHEMA = OutputSchema.named("anomaly");

  @Test
  void writesAFullAnomalyAsPublished() {
    assertThat(written(Anomalies.full())).isEqualTo(Golden.read("full.json").strip());
  }

  @Test
  void writesAnAnomalyWithoutModelAsPublished() {
    assertThat(written(Anomalies.withoutModel()))
        .isEqualTo(Golden.read("without-model.json").strip());
  }

  @Test
  void keepsToItsSchema() {
    assertThat(SCHEMA.faults(written(Anomalies.full()))).isEmpty();
    assertThat(SCHEMA.faults(written(Anomalies.withoutModel()))).isEmpty();
  }

  @Test
  void theSchemaTakesNoticeOfFaults() {
    String json = written(Anomalies.full());
    assertThat(SCHEMA.faults(json.replace("\"critical\"", "\"grave\""))).hasSize(1);
    assertThat(SCHEMA.faults(json.replace("\"score\":97.3", "\"score\":100.1"))).hasSize(1);
  }

  @Test
  void theSchemaDescribesEveryFieldThatIsWritten() throws IOException {
    assertThat(SCHEMA.undescribed(written(Anomalies.full()))).isEmpty();
  }

  private static String written(Anomaly anomaly) {
    return new String(AnomalyJson.write(anomaly), UTF_8);
  }
}
