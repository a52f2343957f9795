package io.driftline.job.cli.drift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.driftline.job.evaluate.Spread;
import io.driftline.simulate.SimulationSettings;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Writes a study as JSON. Shares are in [0, 1], delays in days, both null where undefined:
 *
 * <ul>
 *   <li>{@code enterprises}, {@code first_seed}, {@code agents}, {@code days}, {@code actions},
 *       {@code shuffled};
 *   <li>{@code sensitivities}, each with {@code scripts} ({@code agents}, {@code in_time}, {@code
 *       right_in_time}, {@code median_delay}, {@code p95_delay}, {@code events}, {@code
 *       most_events}, and the lowest and highest share of any enterprise) and {@code false_alarms}
 *       ({@code alarms}, {@code agent_years}, {@code per_agent_year} and {@code by_label}).
 * </ul>
 */
final class StudyJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private StudyJson() {}

  static String of(StudyReport report) {
    SimulationSettings each = report.settings().first().enterprise();
    ObjectNode json = JSON.objectNode();
    json.put("enterprises", report.runs());
    json.put("first_seed", each.seed());
    json.put("agents", each.agents());
    json.put("days", each.days());
    json.put("actions", report.actions());
    json.put("shuffled", report.settings().shuffled());
    ArrayNode sensitivities = json.putArray("sensitivities");
    report.figures().forEach(figures -> sensitivities.add(figures(figures)));
    return json.toString();
  }

  private static ObjectNode figures(StudyFigures figures) {
    ObjectNode json = JSON.objectNode();
    json.put("sensitivity", figures.sensitivity());
    ArrayNode scripts = json.putArray("scripts");
    figures.scripts().forEach(script -> scripts.add(script(script)));
    json.set("false_alarms", falseAlarms(figures.falseAlarms()));
    return json;
  }

  private static ObjectNode script(ScriptFigures figures) {
    ObjectNode json = JSON.objectNode();
    json.put("script", figures.script().code());
    json.put("agents", figures.agents());
    json.put("in_time", figures.inTime());
    json.set("in_time_by_seed", spread(figures.inTimeBySeed()));
    json.put("right_in_time", figures.rightInTime());
    json.set("right_in_time_by_seed", spread(figures.rightInTimeBySeed()));
    put(json, "median_delay", figures.delays().quantile(0.5));
    put(json, "p95_delay", figures.delays().quantile(0.95));
    json.put("events", figures.events());
    json.put("most_events", figures.mostEvents());
    return json;
  }

  private static ObjectNode falseAlarms(FalseAlarms alarms) {
    ObjectNode json = JSON.objectNode();
    json.put("alarms", alarms.alarms());
    json.put("agent_years", alarms.agentYears());
    put(json, "per_agent_year", alarms.perYear());
    json.set("per_agent_year_by_seed", spread(alarms.perYearBySeed()));
    ObjectNode byLabel = json.putObject("by_label");
    alarms.byLabel().forEach(byLabel::put);
    return json;
  }

  private static ObjectNode spread(Spread spread) {
    ObjectNode json = JSON.objectNode();
    put(json, "median", spread.median());
    put(json, "min", spread.min());
    put(json, "max", spread.max());
    return json;
  }

  private static void put(ObjectNode json, String field, OptionalDouble value) {
    if (value.isPresent()) {
      json.put(field, value.getAsDouble());
    } else {
      json.putNull(field);
    }
  }

  private static void put(ObjectNode json, String field, OptionalLong value) {
    if (value.isPresent()) {
      json.put(field, value.getAsLong());
    } else {
      json.putNull(field);
    }
  }
}
