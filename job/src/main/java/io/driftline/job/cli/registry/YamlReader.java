package io.driftline.job.cli.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.driftline.explain.PlainText;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads a tree off a YAML parser. Aliases are not taken: a few lines of them can stand for more
 * than a machine can hold, and a reader of the file does not see what it says.
 */
final class YamlReader {

  /** Code points of a file; bytes too. */
  static final int MAX_CODE_POINTS = 64 << 20;

  private static final int MAX_NESTING = 16;
  private static final YAMLFactory YAML = factory();

  private final YAMLParser yaml;
  private final Map<String, Integer> lines = new HashMap<>();

  private YamlReader(YAMLParser yaml) {
    this.yaml = yaml;
  }

  static YamlTree read(String text) throws MalformedYamlException {
    try (YAMLParser yaml = YAML.createParser(text)) {
      return new YamlReader(yaml).tree();
    } catch (JsonProcessingException e) {
      String problem =
          e.getCause() instanceof MarkedYAMLException marked
              ? marked.getProblem()
              : e.getOriginalMessage();
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new MalformedYamlException(line, "not YAML: " + PlainText.neutral(problem));
    } catch (IOException e) {
      throw new MalformedYamlException(1, "not YAML: " + PlainText.neutral(e.getMessage()));
    }
  }

  private YamlTree tree() throws IOException, MalformedYamlException {
    if (yaml.nextToken() == null) {
      throw new MalformedYamlException(1, "the file is empty");
    }
    JsonNode root = node("", 0);
    if (yaml.nextToken() != null) {
      throw fault("a second document begins here; expected one");
    }
    return new YamlTree(root, lines);
  }

  private JsonNode node(String path, int depth) throws IOException, MalformedYamlException {
    lines.putIfAbsent(path, line());
    if (yaml.isCurrentAlias()) {
      throw fault(
          "*" + PlainText.of(yaml.getText()) + " is an alias; write out what it stands for");
    }
    if (depth > MAX_NESTING) {
      throw fault("nested more than " + MAX_NESTING + " deep");
    }
    return switch (yaml.currentToken()) {
      case START_OBJECT -> object(path, depth);
      case START_ARRAY -> array(path, depth);
      case VALUE_NULL -> NullNode.instance;
      // What is left empty is null in YAML, yet comes as a text; to the registry both are the same.
      default -> yaml.getText().isEmpty() ? NullNode.instance : TextNode.valueOf(yaml.getText());
    };
  }

  private ObjectNode object(String path, int depth) throws IOException, MalformedYamlException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    while (yaml.nextToken() != JsonToken.END_OBJECT) {
      String name = yaml.currentName();
      if (object.has(name)) {
        throw fault(PlainText.of(name) + " is given twice");
      }
      String inner = path.isEmpty() ? name : path + "." + name;
      lines.put(inner, line());
      yaml.nextToken();
      object.set(name, node(inner, depth + 1));
    }
    return object;
  }

  private ArrayNode array(String path, int depth) throws IOException, MalformedYamlException {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    while (yaml.nextToken() != JsonToken.END_ARRAY) {
      array.add(node(path + "[" + array.size() + "]", depth + 1));
    }
    return array;
  }

  private MalformedYamlException fault(String message) {
    return new MalformedYamlException(line(), message);
  }

  private int line() {
    return yaml.currentTokenLocation().getLineNr();
  }

  private static YAMLFactory factory() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CODE_POINTS);
    return YAMLFactory.builder().loaderOptions(options).build();
  }
}
