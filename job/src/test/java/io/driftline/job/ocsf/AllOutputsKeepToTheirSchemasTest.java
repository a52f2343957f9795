package io.driftline.job.ocsf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftKind;
import io.driftline.incident.HiddenCause;
import io.driftline.incident.IncidentChange;
import io.driftline.job.alert.AnomalyJson;
import io.driftline.job.alert.DriftJson;
import io.driftline.job.alert.OutputSchema;
import io.driftline.job.incident.HiddenJson;
import io.driftline.job.incident.IncidentJson;
import io.driftline.job.posture.FindingJson;
import io.driftline.posture.Finding;
import io.driftline.posture.FindingStatus;
import io.driftline.posture.PostureRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Ten thousand outputs, with anything in them that an event may hold. */
class AllOutputsKeepToTheirSchemasTest {

  private static final int OUTPUTS = 10_000;
  private static final int KINDS = 5;
  private static final long SEED = 20260301;

  /** One output, both ways. */
  private record Output(String kind, byte[] asNative, byte[] asOcsf) {}

  @Test
  void natively(TestReporter reporter) {
    Map<String, OutputSchema> schemas = new TreeMap<>();
    reporter.publishEntry(
        "valid by their own schemas",
        counted(
            output ->
                schemas
                    .computeIfAbsent(output.kind(), OutputSchema::named)
                    .faults(new String(output.asNative(), US_ASCII))));
  }

  @Test
  void asOcsf(TestReporter reporter) {
    OutputSchema schema = OcsfSchema.detectionFinding();
    reporter.publishEntry(
        "valid by OCSF", counted(output -> schema.faults(new String(output.asOcsf(), US_ASCII))));
  }

  @Test
  void eachIsOneLineOfAsciiAndTheSameEveryTime() {
    RandomOutputs once = new RandomOutputs(7);
    RandomOutputs again = new RandomOutputs(7);
    for (int i = 0; i < 1_000; i++) {
      Output output = output(once, i);
      assertThat(output.asOcsf()).isEqualTo(output(again, i).asOcsf());
      for (byte each : output.asOcsf()) {
        assertThat(each).isBetween((byte) ' ', (byte) '~');
      }
    }
  }

  /** Finds no faults in any output; returns how many there were of each kind. */
  private static String counted(Function<Output, List<String>> faults) {
    Map<String, Integer> counts = new TreeMap<>();
    RandomOutputs random = new RandomOutputs(SEED);
    for (int i = 0; i < OUTPUTS; i++) {
      Output output = output(random, i);
      assertThat(faults.apply(output)).as(output.kind()).isEmpty();
      counts.merge(output.kind(), 1, Integer::sum);
    }
    assertThat(counts.values()).hasSize(KINDS).containsOnly(OUTPUTS / KINDS);
    return counts.toString();
  }

  /** The kinds in turn, and of each all variants in turn. */
  private static Output output(RandomOutputs random, int i) {
    int variant = i / KINDS;
    return switch (i % KINDS) {
      case 0 -> both("anomaly", random.anomaly(), AnomalyJson::write, OcsfJson::write);
      case 1 -> both("drift", drift(random, variant), DriftJson::write, OcsfJson::write);
      case 2 -> both("finding", finding(random, variant), FindingJson::write, OcsfJson::write);
      case 3 ->
          both(
              "incident",
              random.incident(in(IncidentChange.values(), variant)),
              IncidentJson::write,
              OcsfJson::write);
      default ->
          both(
              "hidden",
              random.hidden(in(HiddenCause.values(), variant)),
              HiddenJson::write,
              OcsfJson::write);
    };
  }

  private static DriftEvent drift(RandomOutputs random, int variant) {
    return random.drift(
        in(DriftKind.values(), variant),
        in(DriftDimension.values(), variant / DriftKind.values().length));
  }

  private static Finding finding(RandomOutputs random, int variant) {
    return random.finding(
        in(PostureRule.values(), variant / FindingStatus.values().length),
        in(FindingStatus.values(), variant));
  }

  private static <T> T in(T[] values, int at) {
    return values[at % values.length];
  }

  private static <T> Output both(
      String kind, T thing, Function<T, byte[]> asNative, Function<T, byte[]> asOcsf) {
    return new Output(kind, asNative.apply(thing), asOcsf.apply(thing));
  }
}
