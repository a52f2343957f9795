package io.driftline.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Map<String, String> environment, String... arguments) {
    return Driftline.run(new PrintWriter(out), new PrintWriter(err), environment, arguments);
  }

  @Test
  void tellsWhatHoldsAndWhereItWasSet() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("d.yaml"),
            """
            driftline:
              seed: 1
              kafka.properties:
                ssl.key.password: marker
            """);

    int exitCode =
        run(
            Map.of("DRIFTLINE_SEED", "3", "DRIFTLINE_CONFIG", file.toString()),
            "config",
            "--only-set",
            "--bootstrap-servers=kafka:9092",
            "-Ddriftline.seed=2");

    assertThat(exitCode).isZero();
    assertThat(out.toString().lines().map(line -> line.replaceAll(" {2,}", " | ")))
        .containsExactly(
            "option | value | from",
            "driftline.seed | 3 | environment variable DRIFTLINE_SEED, over %s:2, flag -D driftline.seed"
                .formatted(file),
            "driftline.kafka.bootstrap-servers | kafka:9092 | flag --bootstrap-servers",
            "driftline.kafka.properties.ssl.key.password | ****** | %s:4".formatted(file));
    assertThat(err.toString().lines())
        .containsExactly(
            "driftline: flag -D driftline.seed is in vain: over it is environment variable"
                + " DRIFTLINE_SEED");
  }

  @Test
  void tellsDefaultsUnlessToldNotTo() {
    assertThat(run(Map.of(), "config", "--json")).isZero();
    assertThat(out.toString())
        .contains(
            "{\"option\":\"driftline.seed\",\"value\":\"42\",\"from\":\"default\",\"over\":[]}\n");
  }

  @Test
  void tellsEachFaultOnALineOfItsOwn() {
    assertThat(run(Map.of("DRIFTLINE_SED", "1"), "config", "-Ddriftline.seed=x")).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly(
            "driftline: environment variable DRIFTLINE_SED sets no option (did you mean DRIFTLINE_SEED?)",
            "driftline: driftline.seed is x (flag -D driftline.seed) (give a whole number, for example 42)");
  }

  @Test
  void tellsWhatIsLikelyNotMeant() {
    assertThat(run(Map.of(), "config", "-Ddriftline.kafka.transaction-timeout=1h")).isZero();
    assertThat(err.toString()).contains("transaction.max.timeout.ms");
  }

  @Test
  void commandsThatReadTopicsTakeTheBrokersFromAnywhere() {
    assertThat(run(Map.of("DRIFTLINE_KAFKA_BOOTSTRAP_SERVERS", "no-port"), "alerts", "--no-follow"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("cannot use brokers no-port");
  }
}
