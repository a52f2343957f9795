package io.driftline.job.evaluate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Scores as a file: one line per event in input order, {@code
 * {"event_id":…,"session_id":…,"score":…,"alert":…}}, UTF-8, each line ended by a line feed. A
 * score has the fewest digits that read back as the same double; {@code session_id} is null if the
 * event names none. The agent is not written.
 */
public final class ScoresFile {

  private ScoresFile() {}

  /** Writes the scores, replacing the file if there is one. */
  public static void write(Path file, Iterable<ScoredEvent> events) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        JsonGenerator json = JsonLines.MAPPER.createGenerator(out)) {
      // Otherwise Jackson puts a blank before every object but the first.
      json.setPrettyPrinter(new MinimalPrettyPrinter(""));
      for (ScoredEvent event : events) {
        writeLine(json, event);
      }
    }
  }

  /**
   * Reads the scores in the order of the file; their agent is {@code null}.
   *
   * @throws MalformedLineException if a line is not a scored event
   * @throws IOException if the file cannot be read
   */
  public static List<ScoredEvent> read(Path file) throws IOException {
    return List.copyOf(JsonLines.read(file, ScoresFile::event));
  }

  private static void writeLine(JsonGenerator json, ScoredEvent event) throws IOException {
    json.writeStartObject();
    json.writeStringField("event_id", event.eventId());
    json.writeStringField("session_id", event.sessionId());
    json.writeNumberField("score", event.score());
    json.writeBooleanField("alert", event.alert());
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private static ScoredEvent event(JsonFields fields) {
    return new ScoredEvent(
        fields.text("event_id"),
        null,
        fields.optionalText("session_id"),
        fields.number("score"),
        fields.bool("alert"));
  }
}
