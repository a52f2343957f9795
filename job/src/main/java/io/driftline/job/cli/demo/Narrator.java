package io.driftline.job.cli.demo;

import io.driftline.decide.Anomaly;
import io.driftline.job.alert.AnomalyText;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Prints anomalies as they come, each with what it turned out to be. Of one attack, or of one
 * session, the first {@value #SHOWN} are shown in full and the others counted.
 */
final class Narrator {

  private static final int SHOWN = 3;

  /** After so long without another one the others are told. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  private final PrintWriter out;
  private final Paint paint;
  private final Truth truth;
  private final InstantSource clock;
  private final Map<String, Topic> topics = new LinkedHashMap<>();

  Narrator(PrintWriter out, Paint paint, Truth truth, InstantSource clock) {
    this.out = out;
    this.paint = paint;
    this.truth = truth;
    this.clock = clock;
  }

  /** What several anomalies have in common. */
  private static final class Topic {
    private final String name;
    private int shown;
    private int untold;
    private Instant latest;

    Topic(String name) {
      this.name = name;
    }
  }

  /** Prints or counts one anomaly. */
  void tell(Anomaly anomaly, Tag tag) {
    String name = topicOf(anomaly, tag);
    Topic topic = topics.computeIfAbsent(name, Topic::new);
    topic.latest = clock.instant();
    if (topic.shown < SHOWN) {
      topic.shown++;
      show(anomaly, tag);
    } else {
      topic.untold++;
    }
  }

  /** Tells of what was only counted, where nothing more has come for a while. */
  void pause() {
    tellCounted(clock.instant().minus(QUIET));
  }

  /** Tells of all that was only counted. */
  void end() {
    tellCounted(Instant.MAX);
  }

  private void show(Anomaly anomaly, Tag tag) {
    out.print(AnomalyText.render(anomaly, paint.isOn()));
    String text = "  " + tag.text(truth);
    out.println(tag.kind() == Tag.Kind.SCRIPTED ? paint.good(text) : paint.faint(text));
    out.println();
    out.flush();
  }

  private void tellCounted(Instant noneSince) {
    for (Iterator<Topic> all = topics.values().iterator(); all.hasNext(); ) {
      Topic topic = all.next();
      if (topic.untold > 0 && !topic.latest.isAfter(noneSince)) {
        out.println(paint.faint("  +%d more of %s".formatted(topic.untold, topic.name)));
        out.println();
        topic.untold = 0;
      }
    }
    out.flush();
  }

  private static String topicOf(Anomaly anomaly, Tag tag) {
    return tag.kind() == Tag.Kind.SCRIPTED
        ? "scripted attack: " + Tag.name(tag.step().attack())
        : "session %s of %s".formatted(anomaly.sessionId(), anomaly.action().agentId());
  }
}
