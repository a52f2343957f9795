package io.driftline.job.cli.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * A YAML document that knows its lines.
 *
 * @param root every scalar is a text as it is written, so that version 1.10 stays 1.10; only what
 *     YAML calls null is null
 * @param lines by path, for example {@code agents[0].owner}
 */
public record YamlTree(JsonNode root, Map<String, Integer> lines) {

  public YamlTree {
    lines = new HashMap<>(lines);
  }

  /**
   * Reads one document.
   *
   * @throws MalformedYamlException if there is none, more than one, or what is there is not taken
   */
  public static YamlTree parse(String text) throws MalformedYamlException {
    return YamlReader.read(text);
  }

  /** The line of a path, or of what it lies in if there is no such path. */
  public int line(String path) {
    String known = path;
    while (!lines.containsKey(known) && !known.isEmpty()) {
      known = parent(known);
    }
    return lines.getOrDefault(known, 1);
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
  }
}
