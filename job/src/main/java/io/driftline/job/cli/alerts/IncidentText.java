package io.driftline.job.cli.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import io.driftline.job.alert.Ansi;
import io.driftline.job.alert.Paragraphs;
import io.driftline.posture.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** All about one incident: what it is by its latest record, and how it came to that. */
final class IncidentText {

  private final Paragraphs out;
  private final List<AlertRecord> records;
  private final JsonNode latest;

  private IncidentText(List<AlertRecord> told, Ansi ansi) {
    this.out = new Paragraphs(ansi);
    this.records = told.stream().sorted(Comparator.comparingInt(AlertRecord::number)).toList();
    this.latest = records.get(records.size() - 1).json();
  }

  /**
   * The text.
   *
   * @param told its records, in any order, at least one
   */
  static String render(List<AlertRecord> told, Ansi ansi) {
    IncidentText text = new IncidentText(told, ansi);
    text.headline();
    text.account();
    text.extent();
    text.out.picture("changes", text.records.stream().map(IncidentText::change).toList());
    text.signals();
    return text.out.toString();
  }

  /** The id of the anomaly that is gravest, if there is any. */
  static Optional<String> worstAnomaly(List<AlertRecord> told) {
    JsonNode signals = new IncidentText(told, Ansi.PLAIN).latest.path("signals");
    return StreamSupport.stream(signals.spliterator(), false)
        .filter(signal -> signal.path("kind").asText().equals(AlertKind.ANOMALY.code()))
        .filter(signal -> signal.path("id").isTextual())
        .max(
            Comparator.comparingInt(IncidentText::gravity)
                .thenComparingDouble(signal -> signal.path("score").doubleValue()))
        .map(signal -> signal.path("id").textValue());
  }

  private static int gravity(JsonNode signal) {
    List<String> codes = Stream.of(Severity.values()).map(Severity::code).toList();
    return codes.indexOf(signal.path("severity").asText());
  }

  private void headline() {
    AlertRecord last = records.get(records.size() - 1);
    String agent = RecordText.value(latest.path("agent"), "id");
    String now = (state(latest) + " " + closing(latest)).strip();
    String rest = "%s  %s  %s".formatted(RecordText.time(last.time()), agent, now);
    out.headline(last.severity(), last.score(), rest);
  }

  private void account() {
    JsonNode agent = latest.path("agent");
    out.add("incident", RecordText.value(latest, "id"));
    out.add("title", RecordText.sentence(latest, "title"));
    out.add("what", RecordText.sentence(latest, "summary"));
    out.add("worse", RecordText.sentences(latest.path("severity_reasons")));
    out.add("agent", RecordText.stated(agent, "name", "kind", "version", "owner"));
  }

  private void extent() {
    String times = RecordText.value(latest, "first_seen") + " to ";
    out.add("when", times + RecordText.value(latest, "last_seen"));
    out.add("sessions", RecordText.values(latest.path("sessions")));
    out.add("systems", RecordText.values(latest.path("systems")));
    out.add("atlas", threats(latest.path("atlas")));
    out.add("owasp", threats(latest.path("owasp")));
    long hidden = records.stream().mapToLong(each -> each.json().path("hidden").longValue()).sum();
    out.add("hidden", hidden == 0 ? null : hidden + " of the agent's signals meanwhile");
  }

  private void signals() {
    List<String> lines = new ArrayList<>();
    for (JsonNode signal : latest.path("signals")) {
      lines.add(signal(signal));
      String summary = RecordText.sentence(signal, "summary");
      String evidence = RecordText.values(signal.path("evidence"));
      lines.add(evidence.isEmpty() ? summary : "%s (evidence: %s)".formatted(summary, evidence));
    }
    out.add("signals", lines);
  }

  private static String signal(JsonNode signal) {
    String score = RecordText.score(signal);
    return "%s  %s%s  %s %s  %s"
        .formatted(
            RecordText.value(signal, "time"),
            RecordText.value(signal, "severity").toUpperCase(Locale.ROOT),
            score == null ? "" : " " + score,
            RecordText.value(signal, "kind"),
            RecordText.value(signal, "id"),
            RecordText.value(signal, "code"));
  }

  private static String change(AlertRecord record) {
    return String.format(
        Locale.ROOT,
        "%s  %-11s  %-8s  %s  %s",
        RecordText.time(record.time()),
        state(record.json()),
        record.severity().code().toUpperCase(Locale.ROOT),
        RecordText.counts(record.json().path("counts")),
        closing(record.json()));
  }

  /** For example {@code closed #5}. */
  private static String state(JsonNode json) {
    return RecordText.value(json, "change") + " #" + json.path("number").intValue();
  }

  /** For example {@code (quiet)}; empty if it is not over. */
  private static String closing(JsonNode json) {
    String why = RecordText.value(json, "closing");
    return why.isEmpty() ? "" : "(%s)".formatted(why);
  }

  private static List<String> threats(JsonNode threats) {
    List<String> lines = new ArrayList<>();
    for (JsonNode threat : threats) {
      lines.add(RecordText.value(threat, "id") + "  " + RecordText.sentence(threat, "name"));
    }
    return lines;
  }
}
