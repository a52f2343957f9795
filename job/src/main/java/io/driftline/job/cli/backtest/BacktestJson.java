package io.driftline.job.cli.backtest;

import static io.driftline.job.alert.JsonFields.real;
import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.alert.JsonFields.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftEvent;
import io.driftline.job.alert.AnomalyJson;
import io.driftline.job.alert.DriftJson;
import io.driftline.job.alert.OutputJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a backtest as {@code driftline.backtest/1}, see {@code schemas/backtest-v1.schema.json}:
 * one object in ASCII, the same bytes for the same backtest, and no word of when or where it was
 * made.
 */
final class BacktestJson {

  /** Names the layout. */
  static final String SCHEMA = "driftline.backtest/1";

  /** The most agents and drifts that are listed. */
  static final int MOST_LISTED = 200;

  private BacktestJson() {}

  /**
   * One JSON object without a line break.
   *
   * @param mostAlerts how many alerts are listed at most: those with the highest scores
   */
  static byte[] write(Backtest backtest, int mostAlerts) {
    return OutputJson.object(json -> write(json, backtest, mostAlerts));
  }

  private static void write(JsonGenerator json, Backtest backtest, int mostAlerts)
      throws IOException {
    text(json, "schema", SCHEMA);
    writeRun(json, backtest);
    writeDays(json, backtest.days());
    FiguresJson.write(json, backtest);
    writeAgents(json, backtest.agents());
    writeFeatures(json, backtest.features());
    writeAlerts(json, backtest.alerts(), mostAlerts);
    writeDrift(json, backtest.drift());
  }

  private static void writeRun(JsonGenerator json, Backtest backtest) throws IOException {
    json.writeObjectFieldStart("run");
    texts(json, "activity", backtest.source().activity());
    text(json, "from", Instant.ofEpochMilli(backtest.window().from()).toString());
    text(json, "to", Instant.ofEpochMilli(backtest.window().to() - 1).toString());
    json.writeNumberField("seed", backtest.source().seed());
    json.writeNumberField("actions", backtest.actions());
    json.writeNumberField("agents", backtest.agentsSeen());
    json.writeNumberField("incidents", backtest.counts().incidents());
    json.writeNumberField("findings", backtest.counts().findings());
    json.writeNumberField("refused", backtest.counts().refused());
    json.writeEndObject();
  }

  private static void writeDays(JsonGenerator json, List<Day> days) throws IOException {
    json.writeArrayFieldStart("days");
    for (Day day : days) {
      json.writeStartObject();
      text(json, "day", LocalDate.ofEpochDay(day.day()).toString());
      json.writeNumberField("actions", day.actions());
      json.writeNumberField("agents", day.agents());
      real(json, "maturity", day.maturity());
      json.writeBooleanField("warm", day.warm());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeAgents(JsonGenerator json, List<AgentAlerts> agents) throws IOException {
    writeListStart(json, "agents", agents.size(), MOST_LISTED);
    for (AgentAlerts agent : agents.subList(0, Math.min(agents.size(), MOST_LISTED))) {
      json.writeStartObject();
      text(json, "agent", agent.agent().id());
      text(json, "cohort", agent.agent().cohort());
      json.writeNumberField("alerts", agent.alerts());
      json.writeNumberField("sessions", agent.sessions());
      json.writeNumberField("actions", agent.actions());
      real(json, "highest", agent.highest());
      real(json, "maturity", agent.maturity() / 100.0);
      json.writeEndObject();
    }
    writeListEnd(json);
  }

  private static void writeFeatures(JsonGenerator json, List<FeatureAlerts> features)
      throws IOException {
    json.writeArrayFieldStart("features");
    for (FeatureAlerts feature : features) {
      json.writeStartObject();
      text(json, "feature", feature.feature().code());
      text(json, "text", feature.feature().sentence());
      json.writeNumberField("alerts", feature.alerts());
      json.writeNumberField("leading", feature.leading());
      real(json, "share", feature.share());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeAlerts(JsonGenerator json, List<Anomaly> alerts, int most)
      throws IOException {
    writeListStart(json, "alerts", alerts.size(), most);
    List<Anomaly> listed =
        alerts.stream()
            .sorted(
                Comparator.comparingDouble((Anomaly each) -> each.verdict().score())
                    .reversed()
                    .thenComparing(Anomaly::id))
            .limit(most)
            .sorted(Comparator.comparing(Anomaly::time).thenComparing(Anomaly::id))
            .toList();
    for (Anomaly alert : listed) {
      json.writeRawValue(new String(AnomalyJson.write(alert), StandardCharsets.US_ASCII));
    }
    writeListEnd(json);
  }

  private static void writeDrift(JsonGenerator json, List<DriftEvent> drift) throws IOException {
    writeListStart(json, "drift", drift.size(), MOST_LISTED);
    for (DriftEvent event : drift.subList(0, Math.min(drift.size(), MOST_LISTED))) {
      json.writeRawValue(new String(DriftJson.write(event), StandardCharsets.US_ASCII));
    }
    writeListEnd(json);
  }

  /** What is left out is said, never silently dropped. */
  private static void writeListStart(JsonGenerator json, String name, int total, int most)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("total", total);
    json.writeNumberField("left_out", Math.max(0, total - most));
    json.writeArrayFieldStart("list");
  }

  private static void writeListEnd(JsonGenerator json) throws IOException {
    json.writeEndArray();
    json.writeEndObject();
  }
}
