package io.driftline.job.cli.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import io.driftline.job.alert.Ansi;
import io.driftline.job.alert.Paragraphs;
import java.util.List;
import java.util.Locale;

/** All about one finding: what it is by its latest record, and what became of it. */
final class FindingText {

  private FindingText() {}

  /**
   * The text.
   *
   * @param told its records in the order in which they were told, at least one
   */
  static String render(List<AlertRecord> told, Ansi ansi) {
    AlertRecord latest = told.get(told.size() - 1);
    JsonNode json = latest.json();
    JsonNode agent = json.path("agent");
    Paragraphs out = new Paragraphs(ansi);
    String title = RecordText.sentence(json, "title");
    String who = RecordText.value(agent, "id");
    out.headline(
        latest.severity(), null, RecordText.time(latest.time()) + "  " + who + "  " + title);
    out.add("finding", RecordText.value(json, "id") + "  " + RecordText.value(json, "rule"));
    out.add("what", RecordText.sentence(json, "summary"));
    out.add("agent", RecordText.stated(agent, "kind", "owner", "reach"));
    out.add("about", about(json.path("subject")));
    out.add("when", seen(json));
    out.add("evidence", RecordText.values(json.path("evidence")));
    out.picture("changes", told.stream().map(FindingText::change).toList());
    out.add("remedy", RecordText.sentence(json, "remedy"));
    return out.toString();
  }

  private static String about(JsonNode subject) {
    return RecordText.stated(subject, "system", "permission", "user", "credential", "through");
  }

  private static String seen(JsonNode json) {
    long count = json.path("count").longValue();
    String times =
        RecordText.value(json, "first_seen") + " to " + RecordText.value(json, "last_seen");
    return count == 0
        ? times
        : String.format(Locale.ROOT, "%s, in %,d %s", times, count, actions(count));
  }

  private static String actions(long count) {
    return count == 1 ? "action" : "actions";
  }

  private static String change(AlertRecord record) {
    String why = RecordText.value(record.json(), "resolution");
    String state = RecordText.value(record.json(), "status");
    return String.format(
        Locale.ROOT,
        "%s  %-8s  %-8s  %s",
        RecordText.time(record.time()),
        state,
        record.severity().code().toUpperCase(Locale.ROOT),
        why);
  }
}
