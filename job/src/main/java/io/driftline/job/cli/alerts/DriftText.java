package io.driftline.job.cli.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import io.driftline.job.alert.Ansi;
import io.driftline.job.alert.Bar;
import io.driftline.job.alert.Paragraphs;
import java.util.ArrayList;
import java.util.List;

/** All about one drift. */
final class DriftText {

  private DriftText() {}

  /** The text. */
  static String render(AlertRecord record, Ansi ansi) {
    JsonNode json = record.json();
    JsonNode agent = json.path("agent");
    Paragraphs out = new Paragraphs(ansi);
    String what = RecordText.value(json, "kind") + "." + RecordText.value(json, "dimension");
    String who = RecordText.value(agent, "id");
    out.headline(null, null, RecordText.time(record.time()) + "  " + who + "  " + what);
    out.add("drift", RecordText.value(json, "id"));
    out.add("what", RecordText.sentence(json, "summary"));
    out.add("agent", RecordText.stated(agent, "name", "kind", "version", "owner", "cohort"));
    out.add("since", RecordText.value(json, "began"));
    out.add("measure", RecordText.stated(json, "before", "after", "strength", "significance"));
    out.picture("changes", changes(json.path("changes")));
    out.add("evidence", RecordText.values(json.path("evidence")));
    return out.toString();
  }

  /** Of each value its share before and now, all bars to one scale. */
  private static List<String> changes(JsonNode changes) {
    double longest = Double.MIN_NORMAL;
    for (JsonNode change : changes) {
      longest = Math.max(longest, Math.max(share(change, "before"), share(change, "after")));
    }
    List<String> lines = new ArrayList<>();
    for (JsonNode change : changes) {
      String value = RecordText.value(change, "value");
      lines.add(bar(change, "before", longest) + "  " + (value.isEmpty() ? "none stated" : value));
      lines.add(bar(change, "after", longest));
    }
    return lines;
  }

  private static String bar(JsonNode change, String when, double longest) {
    double share = share(change, when);
    String percent = RecordText.decimal(100 * share) + " %";
    return "%s %8s  %-6s".formatted(Bar.of(share / longest), percent, when);
  }

  private static double share(JsonNode change, String when) {
    double share = change.path(when).doubleValue();
    return share >= 0 && share <= 1 ? share : 0;
  }
}
