package io.driftline.job.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads {@code labels.jsonl}: one {@link SessionLabel} per line, as {@code session_id} (null for an
 * agent that sends none), {@code agent_id}, {@code phase} ({@code baseline} or {@code test}),
 * {@code hijacked}, {@code malicious_event_ids} and, if known, {@code attack}. Other fields are
 * ignored.
 */
public final class LabelFile {

  private final Set<String> sessions = new HashSet<>();

  private LabelFile() {}

  /**
   * Reads the labels.
   *
   * @throws MalformedLineException if a line is not a label, or labels a session a second time
   * @throws IOException if the file cannot be read
   */
  public static Labels read(Path file) throws IOException {
    return Labels.of(JsonLines.read(file, new LabelFile()::label));
  }

  private SessionLabel label(JsonFields fields) {
    return new SessionLabel(
        session(fields),
        fields.text("agent_id"),
        phase(fields),
        fields.bool("hijacked"),
        fields.texts("malicious_event_ids"),
        fields.optionalText("attack"));
  }

  private String session(JsonFields fields) {
    String session = fields.optionalText("session_id");
    if (session != null && !sessions.add(session)) {
      throw fields.fault("session_id", "must be labelled only once");
    }
    return session;
  }

  private static Phase phase(JsonFields fields) {
    String code = fields.text("phase");
    for (Phase phase : Phase.values()) {
      if (phase.code().equals(code)) {
        return phase;
      }
    }
    throw fields.fault("phase", "must be baseline or test");
  }
}
