package io.driftline.job.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnomalyTextTest {

  @Test
  void rendersAFullAnomaly() {
    assertThat(AnomalyText.render(Anomalies.full(), false)).isEqualTo(Golden.read("full.txt"));
  }

  @Test
  void rendersAnAnomalyWithoutModel() {
    assertThat(AnomalyText.render(Anomalies.withoutModel(), false))
        .isEqualTo(Golden.read("without-model.txt"));
  }

  @Test
  void rendersAllThatIsKnownOfAnAnomaly() {
    assertThat(AnomalyText.renderInFull(Anomalies.full(), false))
        .isEqualTo(Golden.read("full-detailed.txt"));
  }

  @Test
  void aDetectorThatDidNotJudgeHasNoBar() {
    assertThat(AnomalyText.renderInFull(Anomalies.withoutModel(), false))
        .isEqualTo(Golden.read("without-model-detailed.txt"));
  }

  @Test
  void coloursChangeNothingElse() {
    String coloured = AnomalyText.render(Anomalies.full(), true);
    assertThat(coloured).startsWith("\u001b[1;31mCRITICAL\u001b[0m ");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(AnomalyText.render(Anomalies.full(), false));
  }
}
