package io.driftline.job.evaluate;

import io.driftline.activity.AgentKind;
import io.driftline.registry.AgentRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code registry.jsonl}: one {@link AgentRecord} per line, as {@code agent_id}, {@code
 * kind}, {@code owner} and {@code purpose}; all but the id may be absent, null or empty, which is
 * the same. Other fields are ignored.
 */
public final class RegistryFile {

  private final Set<String> agents = new HashSet<>();

  private RegistryFile() {}

  /**
   * Reads the records in the order of the file.
   *
   * @throws MalformedLineException if a line is not a record, or names an agent a second time
   * @throws IOException if the file cannot be read
   */
  public static List<AgentRecord> read(Path file) throws IOException {
    return List.copyOf(JsonLines.read(file, new RegistryFile()::record));
  }

  private AgentRecord record(JsonFields fields) {
    String agent = fields.text("agent_id");
    if (!agents.add(agent)) {
      throw fields.fault("agent_id", "must be registered only once");
    }
    return AgentRecord.of(
        agent, kind(fields), fields.optionalText("owner"), fields.optionalText("purpose"));
  }

  private static AgentKind kind(JsonFields fields) {
    String code = fields.optionalText("kind");
    AgentKind kind = AgentKind.ofCode(code);
    if (code != null && kind == null) {
      throw fields.fault("kind", "must be personal, third_party or organizational");
    }
    return kind;
  }
}
