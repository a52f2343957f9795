package io.driftline.job.cli.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import io.driftline.explain.PlainText;
import io.driftline.job.alert.Ansi;
import io.driftline.job.alert.Paragraphs;
import io.driftline.job.alert.TextColumns;
import java.util.Locale;

/** A record on a line that tells what it is, and a sentence below it, indented. */
final class AlertLines {

  private static final String INDENT = "  ";

  private final Ansi ansi;

  AlertLines(Ansi ansi) {
    this.ansi = ansi;
  }

  /** The lines, each ended by a line feed. */
  String render(AlertRecord record) {
    StringBuilder out = new StringBuilder(256);
    out.append(RecordText.time(record.time())).append(INDENT).append(severity(record));
    out.append(String.format(Locale.ROOT, "  %-11s  ", happened(record)));
    out.append(ansi.strong(PlainText.of(record.agentId()))).append(INDENT);
    out.append(about(record)).append(INDENT);
    out.append(ansi.faint(RecordText.value(record.json(), "id"))).append('\n');
    for (String line : TextColumns.wrap(summary(record), Paragraphs.COLUMNS - INDENT.length())) {
      out.append(INDENT).append(line).append('\n');
    }
    return out.toString();
  }

  private String severity(AlertRecord record) {
    if (record.severity() == null) {
      return String.format(Locale.ROOT, "%-8s", "-");
    }
    String word = record.severity().code().toUpperCase(Locale.ROOT);
    return ansi.severity(record.severity(), String.format(Locale.ROOT, "%-8s", word));
  }

  private static String happened(AlertRecord record) {
    return record.kind() == AlertKind.INCIDENT
        ? RecordText.value(record.json(), "change") + " #" + record.number()
        : record.kind().code();
  }

  private static String about(AlertRecord record) {
    JsonNode json = record.json();
    return switch (record.kind()) {
      case INCIDENT -> RecordText.counts(json.path("counts")) + INDENT + title(json);
      case ANOMALY -> record.score() + INDENT + done(json.path("action"));
      case DRIFT -> RecordText.value(json, "kind") + "." + RecordText.value(json, "dimension");
      case FINDING -> RecordText.value(json, "status") + INDENT + title(json);
    };
  }

  private static String title(JsonNode json) {
    return RecordText.sentence(json, "title");
  }

  private static String done(JsonNode action) {
    return RecordText.value(action, "system") + "/" + RecordText.value(action, "action");
  }

  private static String summary(AlertRecord record) {
    boolean explained = record.kind() == AlertKind.ANOMALY;
    JsonNode holder = explained ? record.json().path("explanation") : record.json();
    return RecordText.sentence(holder, "summary");
  }
}
