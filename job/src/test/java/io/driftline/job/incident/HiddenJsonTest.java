package io.driftline.job.incident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.incident.HiddenCount;
import io.driftline.job.alert.Golden;
import io.driftline.job.alert.OutputSchema;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HiddenJsonTest {

  private static final OutputSchema SCHEMA = OutputSchema.named("hidden");

  @Test
  void writesACountAsPublished() {
    assertThat(written(Incidents.suppressed()))
        .isEqualTo(Golden.read("incidents", "hidden-suppression.json").strip());
    assertThat(written(Incidents.heldBack()))
        .isEqualTo(Golden.read("incidents", "hidden-budget.json").strip());
  }

  @Test
  void keepsToItsSchemaWhichDescribesEveryField() throws IOException {
    for (HiddenCount count : new HiddenCount[] {Incidents.suppressed(), Incidents.heldBack()}) {
      assertThat(SCHEMA.faults(written(count))).isEmpty();
      assertThat(SCHEMA.undescribed(written(count))).isEmpty();
    }
  }

  @Test
  void theSchemaTakesNoticeOfFaults() {
    String json = written(Incidents.suppressed());
    assertThat(SCHEMA.faults(json.replace("\"suppression\"", "\"mercy\""))).hasSize(1);
    assertThat(SCHEMA.faults(json.replace("\"hidden\":12", "\"hidden\":0"))).hasSize(1);
    assertThat(SCHEMA.faults(json.replace("\"2026-03-01\"", "\"2026-03-41\""))).hasSize(1);
    assertThat(SCHEMA.faults(json.replace("\"agents\"", "\"agnets\""))).hasSize(2);
  }

  private static String written(HiddenCount count) {
    return new String(HiddenJson.write(count), UTF_8);
  }
}
