package io.driftline.job.alert;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Credential;
import io.driftline.activity.Requester;
import io.driftline.baseline.Dimension;
import io.driftline.decide.AlertPolicy;
import io.driftline.decide.Anomaly;
import io.driftline.decide.Thresholds;
import io.driftline.explain.Surroundings;
import io.driftline.explain.ValueComparison;
import io.driftline.explain.ValueComparison.UsualValue;
import io.driftline.feature.Feature;
import io.driftline.feature.SensitivityTable;
import io.driftline.forest.Scorer;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnomalyOutputsPropertyTest {

  private static final OutputSchema SCHEMA = OutputSchema.named("anomaly");

  @Property(tries = 500, seed = "20260301", edgeCases = EdgeCasesMode.NONE)
  void jsonIsOneLineOfAsciiThatKeepsToTheSchema(@ForAll("anomalies") Anomaly anomaly) {
    byte[] json = AnomalyJson.write(anomaly);
    for (byte each : json) {
      assertThat(each).isBetween((byte) ' ', (byte) '~');
    }
    assertThat(SCHEMA.faults(new String(json, US_ASCII))).isEmpty();
  }

  @Property(tries = 500, seed = "20260302", edgeCases = EdgeCasesMode.NONE)
  void textHasNoControlCharactersAndNoLineTooWide(@ForAll("anomalies") Anomaly anomaly) {
    String text = AnomalyText.render(anomaly, false);
    assertThat(text).endsWith("\n");
    assertThat(text.lines())
        .allSatisfy(
            line -> {
              assertThat(line.codePoints()).noneMatch(Character::isISOControl);
              assertThat(TextColumns.width(line)).isLessThanOrEqualTo(AnomalyText.COLUMNS);
            });
  }

  @Property(tries = 200, seed = "20260303", edgeCases = EdgeCasesMode.NONE)
  void equalAnomaliesGiveEqualBytes(@ForAll("anomalies") Anomaly anomaly) {
    assertThat(AnomalyJson.write(anomaly)).isEqualTo(AnomalyJson.write(anomaly));
  }

  @Provide
  Arbitrary<Anomaly> anomalies() {
    return Combinators.combine(
            texts().list().ofSize(8),
            texts().injectNull(0.3).list().ofSize(11),
            Arbitraries.of(AgentKind.class).injectNull(0.3),
            vectors(),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.of(Dimension.class),
            Arbitraries.of(true, false))
        .as(AnomalyOutputsPropertyTest::anomaly);
  }

  private static Arbitrary<double[]> vectors() {
    return Arbitraries.doubles()
        .between(0, 40)
        .array(double[].class)
        .ofSize(Feature.values().length);
  }

  private static Arbitrary<String> texts() {
    Arbitrary<String> hostile =
        Arbitraries.of(
            "a\r\nb", "\u001b]0;x\u0007", "\u007f\u009b2J", "\u202e", "漢".repeat(600), "x y  z");
    return Arbitraries.oneOf(Arbitraries.strings().ofMinLength(1).ofMaxLength(30), hostile);
  }

  private static Anomaly anomaly(
      List<String> given,
      List<String> optional,
      AgentKind kind,
      double[] features,
      double maturity,
      Dimension dimension,
      boolean late) {
    AgentAction action = action(given, optional, kind);
    ValueComparison value =
        new ValueComparison(
            dimension,
            optional.get(9),
            0,
            12,
            3,
            List.of(new UsualValue(optional.get(10), 0.6)),
            1,
            7,
            late);
    Surroundings surroundings =
        new Surroundings(List.of(value), List.of(), maturity, 12, 7, given.get(7));
    return new AlertPolicy(Thresholds.defaults(), SensitivityTable.shipped())
        .anomaly(
            action,
            given.get(4),
            given.get(5),
            late,
            features,
            null,
            null,
            surroundings,
            Scorer.score(features, null),
            null,
            75);
  }

  private static AgentAction action(List<String> given, List<String> optional, AgentKind kind) {
    return new AgentAction(
        given.get(0),
        Instant.parse("2026-03-01T09:30:00Z"),
        new Agent(given.get(1), kind, optional.get(0), optional.get(1), optional.get(2)),
        optional.get(3) == null ? null : new Requester(optional.get(3), null),
        optional.get(4),
        optional.get(5),
        null,
        given.get(2),
        given.get(3),
        optional.get(6),
        optional.get(7),
        null,
        new Credential(given.get(6), null),
        optional.get(8),
        null);
  }
}
