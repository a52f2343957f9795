package io.driftline.job.cli.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.driftline.job.cli.CommittedTopic;
import io.driftline.job.cli.Table;
import io.driftline.job.incident.HiddenJson;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How much was hidden, by the latest record of each day, cause and rule.
 *
 * @param latest ordered by day, cause and rule
 */
record HiddenCounts(List<Row> latest) {

  private static final List<String> HEAD =
      List.of("DAY", "CAUSE", "RULE", "HIDDEN", "AGENTS", "LATEST");
  private static final int MOST_AGENTS = 1_000;

  /** A record, as it was read. */
  record Row(JsonNode json, byte[] bytes) {

    private String order() {
      return text("day") + "/" + text("cause") + "/" + text("rule");
    }

    private String text(String field) {
      return RecordText.value(json, field);
    }

    private List<String> cells() {
      int agents = json.path("agents").intValue();
      return List.of(
          text("day"),
          text("cause").replace('_', ' '),
          text("rule").isEmpty() ? "-" : text("rule"),
          Long.toString(json.path("hidden").longValue()),
          agents < MOST_AGENTS ? Integer.toString(agents) : MOST_AGENTS + "+",
          text("latest_id") + " of " + text("latest_agent"));
    }
  }

  /** Reads the topic to its end. */
  static HiddenCounts read(CommittedTopic topic, Unread unread) {
    Map<String, Row> latest = new HashMap<>();
    for (var batch = topic.next(); !batch.isEmpty(); batch = topic.next()) {
      for (ConsumerRecord<byte[], byte[]> record : batch) {
        take(record, latest, unread);
      }
    }
    return new HiddenCounts(
        latest.values().stream().sorted(Comparator.comparing(Row::order)).toList());
  }

  private static void take(
      ConsumerRecord<byte[], byte[]> record, Map<String, Row> latest, Unread unread) {
    String key = record.key() == null ? "" : new String(record.key(), UTF_8);
    if (record.value() == null) {
      latest.remove(key);
      return;
    }
    try {
      JsonNode json = AlertReader.object(record);
      if (!json.path("schema").textValue().equals(HiddenJson.SCHEMA)) {
        throw new IOException("is no " + HiddenJson.SCHEMA);
      }
      latest.put(key, new Row(json, record.value()));
    } catch (IOException e) {
      unread.add(record, e.getMessage());
    }
  }

  /** The records as they are, one per line. */
  String lines() {
    return latest.stream()
        .map(row -> RecordText.line(row.json(), row.bytes()) + "\n")
        .collect(Collectors.joining());
  }

  /** A line each. */
  String table() {
    if (latest.isEmpty()) {
      return "nothing was hidden\n";
    }
    Table table = new Table(HEAD, 3, 4);
    latest.forEach(row -> table.add(row.cells()));
    return table.render();
  }
}
