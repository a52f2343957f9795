package io.driftline.job.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.drift.DriftEvent;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DriftJsonTest {

  private static final OutputSchema SCHEMA = OutputSchema.named("drift");

  @Test
  void writesDriftAsPublished() {
    assertThat(written(DriftEvents.growth())).isEqualTo(Golden.read("drift-growth.json").strip());
    assertThat(written(DriftEvents.mixShift())).isEqualTo(Golden.read("drift-mix.json").strip());
    assertThat(written(DriftEvents.levelShift()))
        .isEqualTo(Golden.read("drift-level.json").strip());
    assertThat(written(DriftEvents.peerDivergence()))
        .isEqualTo(Golden.read("drift-peers.json").strip());
  }

  @Test
  void keepsToItsSchemaWhichDescribesEveryField() throws IOException {
    for (DriftEvent event : DriftEvents.all()) {
      assertThat(SCHEMA.faults(written(event))).isEmpty();
      assertThat(SCHEMA.undescribed(written(event))).isEmpty();
    }
  }

  @Test
  void saysWhenEachRightWasGranted() {
    assertThat(written(DriftEvents.grantGrowth()))
        .contains("\"dimension\":\"granted_permission\"")
        .contains("\"granted\":\"2026-01-26T09:00:00Z\"");
    assertThat(written(DriftEvents.growth())).doesNotContain("\"granted\"");
  }

  @Test
  void theSchemaTakesNoticeOfFaults() {
    String json = written(DriftEvents.growth());
    assertThat(SCHEMA.faults(json.replace("\"growth\"", "\"groth\""))).hasSize(1);
    assertThat(SCHEMA.faults(json.replace("\"significance\":0", "\"significance\":1"))).hasSize(1);
  }

  @Test
  void nothingInAnEventReachesATerminal() {
    assertThat(written(DriftEvents.growth())).doesNotContain("\u001b").contains("\\u001B");
    assertThat(DriftEvents.growth().summary()).doesNotContain("\u001b");
  }

  private static String written(DriftEvent event) {
    return new String(DriftJson.write(event), UTF_8);
  }
}
