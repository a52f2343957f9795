package io.driftline.job.cli.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.driftline.job.cli.CommandFailure;
import io.driftline.job.config.BoundedFile;
import io.driftline.job.ingest.Refusal;
import io.driftline.job.registry.RegistryContract;
import io.driftline.job.registry.RegistryEntry;
import io.driftline.job.registry.RegistryReader;
import io.driftline.registry.RegistryChange.Subject;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A registry as a person writes it: YAML with a list of {@code agents}, of {@code people}, or both.
 * A list that is not there says nothing about those that are published; an empty one says that
 * there are none.
 */
final class RegistryDocument {

  private static final List<String> LISTS = List.of("agents", "people");

  private final RegistryContent content = new RegistryContent();
  private final Set<Subject> declared = EnumSet.noneOf(Subject.class);
  private final Map<RegistryEntry, String> paths = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private YamlTree yaml;

  private RegistryDocument() {}

  /**
   * Reads and checks a file.
   *
   * @throws CommandFailure if it is no text
   */
  static RegistryDocument read(Path file) throws IOException {
    try {
      return parse(BoundedFile.text(file, YamlReader.MAX_CODE_POINTS));
    } catch (CharacterCodingException e) {
      throw new CommandFailure(file + " is not UTF-8", "save it as UTF-8", e);
    }
  }

  /** Reads and checks a text; what is wrong with it is among the {@link #faults()}. */
  static RegistryDocument parse(String text) {
    RegistryDocument document = new RegistryDocument();
    try {
      document.yaml = YamlTree.parse(text);
      document.readLists();
    } catch (MalformedYamlException e) {
      document.faults.add(e.fault());
    }
    Collections.sort(document.faults);
    return document;
  }

  /** What is wrong, in order of the lines. If anything is, the content is not complete. */
  List<Fault> faults() {
    return Collections.unmodifiableList(faults);
  }

  RegistryContent content() {
    return content;
  }

  /** Of which subjects there is a list. */
  Set<Subject> declared() {
    return Collections.unmodifiableSet(declared);
  }

  /**
   * The line of a record's field, or of the record if the field is not there.
   *
   * @param field its path within the record
   */
  int line(RegistryEntry entry, String field) {
    return yaml.line(paths.get(entry) + "." + field);
  }

  private void readLists() {
    if (!(yaml.root() instanceof ObjectNode root)) {
      add("", "expected agents: or people:, each with a list below it");
      return;
    }
    faults.addAll(UnknownFields.in(root, "", LISTS, yaml));
    if (!root.has("agents") && !root.has("people")) {
      add("", "holds neither agents nor people");
    }
    for (Subject subject : Subject.values()) {
      readList(subject, root.get(Subjects.list(subject)));
    }
  }

  private void readList(Subject subject, JsonNode list) {
    if (list == null) {
      return;
    }
    String path = Subjects.list(subject);
    if (!list.isArray()) {
      add(path, path + " is no list; write [] if there are none");
      return;
    }
    declared.add(subject);
    for (int i = 0; i < list.size(); i++) {
      readRecord(subject, list.get(i), path + "[" + i + "]");
    }
  }

  private void readRecord(Subject subject, JsonNode node, String path) {
    if (!(node instanceof ObjectNode record)) {
      add(path, "expected fields of one " + Subjects.one(subject));
      return;
    }
    faults.addAll(UnknownFields.inRecord(subject, record, path, yaml));
    faults.addAll(EmptyLists.in(record, path, yaml));
    // Not known in a file, and told of by now.
    record.remove("removed");
    try {
      put(RegistryReader.read(subject, record), path);
    } catch (Refusal refusal) {
      add(path + "." + refusal.field(), refusal.getMessage());
    }
  }

  private void put(RegistryEntry entry, String path) {
    RegistryEntry before = content.get(entry.subject(), entry.id());
    if (before != null) {
      String idField = RegistryContract.idField(entry.subject());
      add(
          path + "." + idField,
          "%s is that of the %s in line %d"
              .formatted(idField, Subjects.one(entry.subject()), line(before, idField)));
      return;
    }
    content.put(entry);
    paths.put(entry, path);
  }

  private void add(String path, String message) {
    faults.add(new Fault(yaml.line(path), message));
  }
}
