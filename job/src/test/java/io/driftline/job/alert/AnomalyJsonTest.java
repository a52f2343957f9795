package io.driftline.job.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.decide.Anomaly;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnomalyJsonTest {

  private static final ObjectMapper JSON = new ObjectMapper();

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
    assertThat(AnomalySchema.faults(written(Anomalies.full()))).isEmpty();
    assertThat(AnomalySchema.faults(written(Anomalies.withoutModel()))).isEmpty();
  }

  @Test
  void theSchemaTakesNoticeOfFaults() {
    String json = written(Anomalies.full());
    assertThat(AnomalySchema.faults(json.replace("\"critical\"", "\"grave\""))).hasSize(1);
    assertThat(AnomalySchema.faults(json.replace("\"score\":97.3", "\"score\":100.1"))).hasSize(1);
  }

  @Test
  void theSchemaDescribesEveryFieldThatIsWritten() throws IOException {
    List<String> undescribed = new ArrayList<>();
    try (InputStream in = AnomalySchema.open()) {
      JsonNode schema = JSON.readTree(in);
      collectUndescribed(JSON.readTree(written(Anomalies.full())), schema, schema, "", undescribed);
    }
    assertThat(undescribed).isEmpty();
  }

  private static void collectUndescribed(
      JsonNode value, JsonNode schema, JsonNode root, String path, List<String> undescribed) {
    JsonNode resolved = resolve(schema, root);
    value
        .properties()
        .forEach(
            field -> {
              JsonNode property = resolved.path("properties").path(field.getKey());
              String here = path + "/" + field.getKey();
              if (property.path("description").isMissingNode()) {
                undescribed.add(here);
              }
              collectUndescribed(field.getValue(), property, root, here, undescribed);
            });
    if (value.isArray()) {
      value.forEach(
          item -> collectUndescribed(item, resolved.path("items"), root, path, undescribed));
    }
  }

  private static JsonNode resolve(JsonNode schema, JsonNode root) {
    JsonNode reference = schema.path("$ref");
    return reference.isMissingNode() ? schema : root.at(reference.asText().substring(1));
  }

  private static String written(Anomaly anomaly) {
    return new String(AnomalyJson.write(anomaly), UTF_8);
  }
}
