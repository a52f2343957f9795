package io.driftline.job.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.driftline.feature.Feature;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Writes an evaluation as JSON. Figures are medians over the seeds and null where undefined:
 *
 * <ul>
 *   <li>{@code events}, {@code alerts}, {@code seconds}, {@code event}, {@code session} (each
 *       {@code roc_auc}, {@code average_precision}, {@code recall_at_fpr_1}, {@code
 *       recall_at_fpr_5}) and {@code alerting};
 *   <li>{@code test_alerts} and {@code attacks}: the alerts in detail, of the first seed;
 *   <li>{@code seeds}, {@code spread} (each figure's {@code median}, {@code min}, {@code max}) and
 *       {@code runs}, the figures seed by seed;
 *   <li>{@code ablation}, if asked for: what leaving out a group of features changes in each
 *       figure's median.
 * </ul>
 */
final class EvaluationJson {

  private EvaluationJson() {}

  static String of(EvaluationReport report) {
    SeedRuns runs = report.runs();
    EvaluationResult first = runs.first().result();
    ObjectNode json = object();
    json.put("events", first.events());
    putCount(json, "alerts", runs.median(run -> run.result().alerts()));
    json.put("seconds", runs.median(SeedRun::seconds));
    putFigures(json, figure -> runs.spread(figure).median());
    put(json, "alerts_per_1000_events", overall(runs));
    json.put("unlabelled_events", first.unlabelledEvents());
    json.put("unscored_malicious_events", first.unscoredMalicious());
    json.set("test_alerts", alerts(first.testAlerts()));
    json.set("attacks", attacks(first.attacks()));
    putSeeds(json, runs);
    if (!report.ablations().isEmpty()) {
      json.set("ablation", ablations(report.ablations(), runs));
    }
    return written(json);
  }

  private static OptionalDouble overall(SeedRuns runs) {
    return Spread.of(
            runs.runs().stream().map(run -> run.result().alertsPerThousandEvents()).toList())
        .median();
  }

  private static void putSeeds(ObjectNode json, SeedRuns runs) {
    ArrayNode seeds = json.putArray("seeds");
    runs.seeds().forEach(seeds::add);
    ObjectNode spread = json.putObject("spread");
    for (Figure figure : Figure.values()) {
      spread.withObjectProperty(figure.topic()).set(figure.code(), spread(runs.spread(figure)));
    }
    ArrayNode each = json.putArray("runs");
    for (SeedRun run : runs.runs()) {
      ObjectNode one = each.addObject();
      one.put("seed", run.seed());
      one.put("alerts", run.result().alerts());
      one.put("seconds", run.seconds());
      putFigures(one, figure -> figure.of(run.result()));
    }
  }

  private static ArrayNode ablations(List<AblatedRuns> ablations, SeedRuns all) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (AblatedRuns ablated : ablations) {
      ObjectNode one = json.addObject();
      one.put("without", ablated.without().code());
      ArrayNode features = one.putArray("features");
      ablated.without().features().stream().map(Feature::code).forEach(features::add);
      putFigures(one.putObject("change"), figure -> ablated.runs().change(figure, all));
    }
    return json;
  }

  private static void putFigures(ObjectNode json, Function<Figure, OptionalDouble> value) {
    for (Figure figure : Figure.values()) {
      put(json.withObjectProperty(figure.topic()), figure.code(), value.apply(figure));
    }
  }

  private static ObjectNode spread(Spread spread) {
    ObjectNode json = object();
    put(json, "median", spread.median());
    put(json, "min", spread.min());
    put(json, "max", spread.max());
    return json;
  }

  private static ObjectNode alerts(AlertQuality quality) {
    ObjectNode json = object();
    json.put("events", quality.events());
    json.put("malicious_events", quality.malicious());
    json.put("alerts", quality.alerts());
    json.put("malicious_alerts", quality.maliciousAlerts());
    put(json, "precision", quality.precision());
    return json;
  }

  private static ObjectNode attacks(AttackDetection detection) {
    ObjectNode json = object();
    json.put("hijacked_sessions", detection.hijackedSessions());
    json.put("sessions_found", detection.sessionsFound());
    put(json, "median_malicious_actions_to_alert", detection.medianActionsToAlert());
    put(json, "median_events_to_alert", detection.medianEventsToAlert());
    json.set("kinds", kinds(detection.kinds()));
    return json;
  }

  private static ArrayNode kinds(List<AttackTally> tallies) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (AttackTally tally : tallies) {
      ObjectNode kind = json.addObject();
      kind.put("kind", tally.kind());
      kind.put("found", tally.found());
      kind.put("missed", tally.missed());
    }
    return json;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void put(ObjectNode json, String key, OptionalDouble value) {
    value.ifPresentOrElse(number -> json.put(key, number), () -> json.putNull(key));
  }

  /** A count stays whole unless it is the mean of the middle two of an even number of runs. */
  private static void putCount(ObjectNode json, String key, double median) {
    if (median == Math.rint(median)) {
      json.put(key, (long) median);
    } else {
      json.put(key, median);
    }
  }

  private static String written(ObjectNode json) {
    try {
      return JsonLines.MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
