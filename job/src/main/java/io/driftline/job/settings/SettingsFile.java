package io.driftline.job.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Settings from a YAML file, nested, flat, or both: {@code driftline: {seed: 7}} is {@code
 * driftline.seed: 7}.
 *
 * <p>What is wrong with it is told by line, never by quoting it: a line may hold a password.
 */
public final class SettingsFile {

  /** Bytes that a file may have. */
  public static final int MOST_BYTES = 1 << 18;

  /** Maps and lists in one another. */
  public static final int DEEPEST = 16;

  private final Path file;
  private final List<SettingsFault> faults;
  private final Map<String, Setting> settings = new LinkedHashMap<>();

  private SettingsFile(Path file, List<SettingsFault> faults) {
    this.file = file;
    this.faults = faults;
  }

  /**
   * What a file sets.
   *
   * @param faults takes what is wrong with it
   */
  static List<Setting> read(Path file, List<SettingsFault> faults) {
    SettingsFile read = new SettingsFile(file, faults);
    try {
      if (Files.size(file) > MOST_BYTES) {
        read.fault(file + " has more than " + MOST_BYTES + " bytes", "is it the right file?");
      } else {
        read.parse(Files.readString(file));
      }
    } catch (NoSuchFileException e) {
      read.fault("there is no settings file " + file, "correct --config or DRIFTLINE_CONFIG");
    } catch (CharacterCodingException e) {
      read.fault(file + " is not UTF-8", "save it as UTF-8");
    } catch (IOException e) {
      read.fault("cannot read " + file, "is it a file, and may this process read it?");
    }
    return List.copyOf(read.settings.values());
  }

  private void parse(String text) {
    LoadSettings yaml = LoadSettings.builder().build();
    try {
      if (isPlain(new Parse(yaml).parseString(text))) {
        new Compose(yaml).composeString(text).ifPresent(root -> add("", root));
      }
    } catch (MarkedYamlEngineException e) {
      malformed(e.getProblemMark().map(this::line).orElse(file.toString()));
    } catch (YamlEngineException e) {
      malformed(file.toString());
    }
  }

  private void malformed(String where) {
    fault(where + " is not YAML", "indent with spaces, and quote what holds any of :#*&!{}[]%@`");
  }

  /** Neither so deep that it could exhaust the stack, nor referring to itself. */
  private boolean isPlain(Iterable<Event> events) {
    int depth = 0;
    for (Event event : events) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        case Alias -> {
          fault(line(event) + " refers to another line by *", "quote it, or write it out");
          return false;
        }
        default -> {}
      }
      if (depth > DEEPEST) {
        fault(line(event) + " is nested more than " + DEEPEST + " deep", "write flat keys");
        return false;
      }
    }
    return true;
  }

  private void add(String prefix, Node node) {
    if (node instanceof MappingNode map) {
      map.getValue().forEach(entry -> addEntry(prefix, entry));
    } else if (prefix.isEmpty()) {
      fault(line(node) + " is no map", "write KEY: VALUE on each line");
    } else if (node instanceof SequenceNode list) {
      addList(prefix, list);
    } else if (node instanceof ScalarNode scalar) {
      addValue(prefix, scalar);
    }
  }

  private void addEntry(String prefix, NodeTuple entry) {
    if (entry.getKeyNode() instanceof ScalarNode key && !key.getValue().isBlank()) {
      String name = prefix.isEmpty() ? key.getValue() : prefix + "." + key.getValue();
      add(name, entry.getValueNode());
    } else {
      fault(line(entry.getKeyNode()) + " has a key that is no word", "write KEY: VALUE");
    }
  }

  private void addValue(String key, ScalarNode value) {
    if (value.getTag().equals(Tag.NULL)) {
      fault("%s (%s) has no value".formatted(key, line(value)), "give it one, or leave it out");
    } else {
      put(key, value.getValue(), value);
    }
  }

  private void addList(String key, SequenceNode list) {
    List<String> items = new ArrayList<>();
    for (Node item : list.getValue()) {
      if (!(item instanceof ScalarNode scalar) || scalar.getValue().matches(".*[;,'\"].*")) {
        fault(
            "%s (%s) is no list of plain words".formatted(key, line(item)),
            "write one word after each dash, without any of ;,'\"");
        return;
      }
      items.add(scalar.getValue());
    }
    put(key, String.join(KnownKeys.separator(key), items), list);
  }

  private void put(String key, String value, Node node) {
    Setting setting =
        new Setting(key, value, Origin.line(file, number(node.getStartMark().orElse(null))));
    Setting before = settings.putIfAbsent(key, setting);
    if (before != null) {
      fault(
          "%s is set twice (%s and %s)".formatted(key, before.origin(), setting.origin()),
          "leave out one of them");
    }
  }

  private void fault(String what, String fix) {
    faults.add(new SettingsFault(what, fix));
  }

  private String line(Node node) {
    return node.getStartMark().map(this::line).orElse(file.toString());
  }

  private String line(Event event) {
    return event.getStartMark().map(this::line).orElse(file.toString());
  }

  private String line(Mark mark) {
    return file + ":" + number(mark);
  }

  private static int number(Mark mark) {
    return mark == null ? 0 : mark.getLine() + 1;
  }
}
