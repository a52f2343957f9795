package io.driftline.job.cli.backtest;

import static io.driftline.job.alert.JsonFields.real;
import static io.driftline.job.alert.JsonFields.text;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.OptionalDouble;

/** Writes what alert lines would have raised: the sets, the curve and the suggestions. */
final class FiguresJson {

  private FiguresJson() {}

  static void write(JsonGenerator json, Backtest backtest) throws IOException {
    writeTruth(json, backtest.truth());
    json.writeArrayFieldStart("sets");
    for (SetResult set : backtest.sets()) {
      writeSet(json, set, backtest.truth());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("curve");
    for (int i = 0; i < backtest.curve().lines(); i++) {
      json.writeStartObject();
      real(json, "line", AlertCurve.line(i));
      writeCounts(json, backtest.curve().counts().get(i), backtest.truth());
      json.writeEndObject();
    }
    json.writeEndArray();
    writeBudgets(json, backtest);
  }

  private static void writeTruth(JsonGenerator json, TruthCounts truth) throws IOException {
    if (truth != null) {
      json.writeObjectFieldStart("labels");
      json.writeNumberField("labelled", truth.labelled());
      json.writeNumberField("malicious", truth.malicious());
      json.writeNumberField("attacks", truth.attacks());
      json.writeEndObject();
    }
  }

  private static void writeSet(JsonGenerator json, SetResult set, TruthCounts truth)
      throws IOException {
    json.writeStartObject();
    text(json, "name", set.set().name());
    text(json, "lines", set.set().describe());
    real(json, "line", set.set().globalLine());
    realOrNull(json, "usual_per_day", set.usual());
    json.writeNumberField("worst_day", set.counts().worstDay());
    writeCounts(json, set.counts(), truth);
    json.writeEndObject();
  }

  private static void writeCounts(JsonGenerator json, AlertCounts counts, TruthCounts truth)
      throws IOException {
    json.writeNumberField("alerts", counts.total());
    json.writeNumberField("agents", counts.agents());
    json.writeNumberField("sessions", counts.sessions());
    json.writeFieldName("by_day");
    json.writeArray(counts.byDay(), 0, counts.byDay().length);
    if (truth != null) {
      OptionalDouble precision = counts.precision();
      realOrNull(json, "precision", precision.orElse(Double.NaN));
      realOrNull(json, "recall", (double) counts.malicious() / truth.malicious());
      json.writeNumberField("attacks", counts.attacks());
    }
  }

  private static void writeBudgets(JsonGenerator json, Backtest backtest) throws IOException {
    json.writeObjectFieldStart("budgets");
    json.writeNumberField("days", backtest.budgetDays());
    json.writeNumberField(
        "warm_up_days", backtest.days().stream().filter(day -> !day.warm()).count());
    json.writeArrayFieldStart("list");
    for (Suggestion suggestion : backtest.budgets()) {
      json.writeStartObject();
      real(json, "per_day", suggestion.perDay());
      realOrNull(json, "line", suggestion.line());
      realOrNull(json, "usual_per_day", suggestion.usual());
      if (suggestion.exists()) {
        json.writeNumberField("worst_day", suggestion.worst());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void realOrNull(JsonGenerator json, String key, double value) throws IOException {
    if (Double.isFinite(value)) {
      real(json, key, value);
    } else {
      json.writeNullField(key);
    }
  }
}
