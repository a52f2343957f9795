package io.driftline.job.docs;

import io.driftline.activity.Agent;
import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftKind;
import io.driftline.feature.Feature;
import io.driftline.forest.Detector;
import io.driftline.incident.AgenticRisk;
import io.driftline.incident.Signal;
import io.driftline.incident.SignalKind;
import io.driftline.incident.Technique;
import io.driftline.incident.ThreatMap;
import io.driftline.posture.PostureRule;
import io.driftline.posture.Severity;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What signals would look like, as tables. */
final class ThreatTables {

  private ThreatTables() {}

  /** Which code is mapped to what; codes that are mapped alike share a line. */
  static String mapping() {
    return "| raised | would look like | may be |\n|---|---|---|\n"
        + lines(SignalKind.ANOMALY, "anomaly", Arrays.stream(Feature.values()).map(Feature::code))
        + lines(
            SignalKind.ANOMALY,
            "anomaly without contributions, led by",
            Arrays.stream(Detector.values()).map(Detector::code))
        + lines(SignalKind.DRIFT, "drift", drifts())
        + lines(
            SignalKind.FINDING,
            "finding",
            Arrays.stream(PostureRule.values()).map(PostureRule::id));
  }

  /** Only what can be found: the map knows the other pairs, too. */
  private static Stream<String> drifts() {
    return Arrays.stream(DriftDimension.values())
        .flatMap(
            dimension ->
                Arrays.stream(DriftKind.values())
                    .filter(kind -> occurs(kind, dimension))
                    .map(kind -> kind.code() + "." + dimension.code()));
  }

  private static boolean occurs(DriftKind kind, DriftDimension dimension) {
    return switch (kind) {
      case LEVEL_SHIFT -> dimension.isLevel();
      case GROWTH ->
          DriftDimension.ACCESS.contains(dimension)
              || dimension == DriftDimension.GRANTED_PERMISSION;
      case NEW_GROUND -> dimension == DriftDimension.SCOPE;
      case MIX_SHIFT, PEER_DIVERGENCE -> DriftDimension.MIXES.contains(dimension);
    };
  }

  private static String lines(SignalKind kind, String what, Stream<String> codes) {
    Map<String, List<String>> alike =
        codes.collect(
            Collectors.groupingBy(
                code -> threats(kind, code), LinkedHashMap::new, Collectors.toList()));
    return alike.entrySet().stream()
        .map(
            line ->
                "| %s %s | %s |\n"
                    .formatted(
                        what,
                        line.getValue().stream()
                            .map(code -> "`" + code + "`")
                            .collect(Collectors.joining(", ")),
                        line.getKey()))
        .collect(Collectors.joining());
  }

  private static String threats(SignalKind kind, String code) {
    List<Signal> signal = List.of(signal(kind, code));
    return ids(ThreatMap.techniques(signal).stream().map(Technique::id))
        + " | "
        + ids(ThreatMap.risks(signal).stream().map(AgenticRisk::id));
  }

  private static String ids(Stream<String> ids) {
    String joined = ids.collect(Collectors.joining(", "));
    return joined.isEmpty() ? "–" : joined;
  }

  private static Signal signal(SignalKind kind, String code) {
    return new Signal(
        "0000000000000000",
        kind,
        code,
        0,
        new Agent("a", null, null, null, null),
        null,
        Severity.LOW,
        Double.NaN,
        1,
        null,
        null,
        null,
        List.of(),
        false,
        "");
  }

  /** Ids and names, and the words of permissions that suggest them. */
  static String techniques() {
    return "| id | name | also where a right was used whose name has the word |\n|---|---|---|\n"
        + Arrays.stream(Technique.values())
            .map(each -> "| %s | %s | %s |\n".formatted(each.id(), each.title(), words(each)))
            .collect(Collectors.joining());
  }

  private static String words(Technique technique) {
    return ThreatMap.permissionWords().entrySet().stream()
        .filter(word -> word.getValue() == technique)
        .map(word -> "`" + word.getKey() + "`")
        .collect(Collectors.joining(", "));
  }

  /** Ids and names. */
  static String risks() {
    return "| id | name |\n|---|---|\n"
        + Arrays.stream(AgenticRisk.values())
            .map(each -> "| %s | %s |\n".formatted(each.id(), each.title()))
            .collect(Collectors.joining());
  }
}
