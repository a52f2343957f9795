package io.driftline.job.cli.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.decide.Anomaly;
import io.driftline.job.alert.Anomalies;
import io.driftline.job.alert.AnomalyJson;
import io.driftline.job.alert.AnomalyText;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnomalyReaderTest {

  static Stream<Anomaly> anomalies() {
    return Stream.of(Anomalies.full(), Anomalies.withoutModel());
  }

  @ParameterizedTest
  @MethodSource("anomalies")
  void whatIsReadIsWrittenTheSame(Anomaly anomaly) throws IOException {
    byte[] json = AnomalyJson.write(anomaly);

    assertThat(AnomalyJson.write(AnomalyReader.read(json)))
        .asString()
        .isEqualTo(new String(json, UTF_8));
  }

  @ParameterizedTest
  @MethodSource("anomalies")
  void whatIsReadLooksTheSame(Anomaly anomaly) throws IOException {
    Anomaly read = AnomalyReader.read(AnomalyJson.write(anomaly));

    assertThat(AnomalyText.renderInFull(read, false))
        .isEqualTo(AnomalyText.renderInFull(anomaly, false));
  }
}
