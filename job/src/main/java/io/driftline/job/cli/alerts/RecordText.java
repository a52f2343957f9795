package io.driftline.job.cli.alerts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TreeTraversingParser;
import io.driftline.explain.PlainText;
import io.driftline.job.alert.OutputJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a record says, made safe to be printed: a topic may hold anything. */
final class RecordText {

  private RecordText() {}

  /** A name or other value; empty if there is none. */
  static String value(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    return isFinite(value)
        ? value.decimalValue().stripTrailingZeros().toPlainString()
        : PlainText.of(value.asText());
  }

  /** A sentence; empty if there is none. */
  static String sentence(JsonNode json, String field) {
    return PlainText.neutral(json.path(field).asText(""));
  }

  /** The sentences of an array. */
  static List<String> sentences(JsonNode array) {
    List<String> sentences = new ArrayList<>();
    array.forEach(each -> sentences.add(PlainText.neutral(each.asText(""))));
    return sentences;
  }

  /** The values of an array, separated by commas. */
  static String values(JsonNode array) {
    List<String> values = new ArrayList<>();
    array.forEach(each -> values.add(PlainText.of(each.asText(""))));
    return String.join(", ", values);
  }

  /** Those of the fields that there are, for example {@code version 2.4, owner ops}. */
  static String stated(JsonNode json, String... fields) {
    return Stream.of(fields)
        .filter(json::hasNonNull)
        .map(field -> field + " " + value(json, field))
        .collect(Collectors.joining(", "));
  }

  /** How many signals of each kind, for example {@code 14 anomalies, 1 finding}. */
  static String counts(JsonNode counts) {
    return Stream.of(
            count(counts.path("anomalies").asLong(), "anomaly", "anomalies"),
            count(counts.path("drifts").asLong(), "drift", "drifts"),
            count(counts.path("findings").asLong(), "finding", "findings"))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** The event time of a record, to the second. */
  static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** The score with one decimal; {@code null} for what is not scored. */
  static String score(JsonNode json) {
    JsonNode score = json.path("score");
    return isFinite(score) ? decimal(score.doubleValue()) : null;
  }

  /** With one decimal. */
  static String decimal(double value) {
    return new BigDecimal(value).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** A record as it is, if it is one line of ASCII as the job writes it; else made one. */
  static String line(JsonNode record, byte[] bytes) {
    for (byte each : bytes) {
      if (each < ' ' || each > '~') {
        return escaped(record);
      }
    }
    return new String(bytes, US_ASCII);
  }

  private static String escaped(JsonNode record) {
    byte[] line =
        OutputJson.object(
            json -> {
              try (TreeTraversingParser parser = new TreeTraversingParser(record)) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                  json.copyCurrentStructure(parser);
                }
              }
            });
    return new String(line, US_ASCII);
  }

  private static boolean isFinite(JsonNode value) {
    return value.isNumber() && Double.isFinite(value.doubleValue());
  }

  private static String count(long count, String one, String many) {
    return count == 0 ? "" : count + " " + (count == 1 ? one : many);
  }
}
