package io.driftline.job.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.driftline.decide.ThresholdPolicy;
import io.driftline.job.cli.CommandFailure;
import io.driftline.job.cli.registry.Fault;
import io.driftline.job.cli.registry.MalformedYamlException;
import io.driftline.job.cli.registry.UnknownFields;
import io.driftline.job.cli.registry.YamlTree;
import io.driftline.job.config.BoundedFile;
import io.driftline.job.control.PolicyReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A threshold policy as a person writes it, in YAML or JSON; see docs/control.md. */
public final class ThresholdsFile {

  private static final int MOST_BYTES = 1 << 20;
  private static final String VERSION = "version";

  private final List<Fault> faults = new ArrayList<>();
  private Long version;
  private ThresholdPolicy policy = ThresholdPolicy.NONE;

  private ThresholdsFile() {}

  /**
   * Reads and checks a file.
   *
   * @throws CommandFailure if it is no text, or anything is wrong with it: says where
   */
  public static ThresholdsFile read(Path file) throws IOException {
    try {
      ThresholdsFile read = parse(BoundedFile.text(file, MOST_BYTES));
      read.requireSound(file);
      return read;
    } catch (CharacterCodingException e) {
      throw new CommandFailure(file + " is not UTF-8", "save it as UTF-8", e);
    }
  }

  /** Reads and checks a text; what is wrong with it is among the {@link #faults()}. */
  static ThresholdsFile parse(String text) {
    ThresholdsFile file = new ThresholdsFile();
    try {
      file.readTree(YamlTree.parse(text));
    } catch (MalformedYamlException e) {
      file.faults.add(e.fault());
    }
    Collections.sort(file.faults);
    return file;
  }

  /** What is wrong, in order of the lines. If anything is, there is no policy. */
  List<Fault> faults() {
    return Collections.unmodifiableList(faults);
  }

  /** Whether the file says which version it is. */
  public boolean statesVersion() {
    return version != null;
  }

  /** The policy; of version 1 if the file states none. */
  public ThresholdPolicy policy() {
    return policy;
  }

  /** The policy, as this version. */
  public ThresholdPolicy policy(long asVersion) {
    return new ThresholdPolicy(asVersion, policy.rules(), policy.sensitivity());
  }

  private void readTree(YamlTree yaml) {
    if (!(yaml.root() instanceof ObjectNode root)) {
      faults.add(new Fault(1, "expected rules: or sensitivity:, each with entries below it"));
      return;
    }
    refuseUnknown(root, yaml);
    PolicyReader reader = PolicyReader.read(root);
    reader.faults().stream()
        .map(fault -> new Fault(yaml.line(fault.path()), fault.message()))
        .forEach(faults::add);
    readVersion(root.path(VERSION), yaml);
    if (faults.isEmpty()) {
      build(reader);
    }
  }

  private void build(PolicyReader reader) {
    try {
      policy = reader.policy(version == null ? 1 : version);
    } catch (IllegalArgumentException e) {
      faults.add(new Fault(1, e.getMessage()));
    }
  }

  private void refuseUnknown(ObjectNode root, YamlTree yaml) {
    List<String> known = Stream.concat(Stream.of(VERSION), PolicyReader.FIELDS.stream()).toList();
    faults.addAll(UnknownFields.in(root, "", known, yaml));
    JsonNode rules = root.path("rules");
    for (int i = 0; i < rules.size(); i++) {
      String path = "rules[" + i + "]";
      faults.addAll(UnknownFields.in(rules.path(i), path, PolicyReader.RULE_FIELDS, yaml));
    }
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (field.getValue().isNull()) {
        String name = field.getKey();
        faults.add(new Fault(yaml.line(name), name + " is left empty; leave it out instead"));
      }
    }
  }

  private void readVersion(JsonNode node, YamlTree yaml) {
    if (node.isMissingNode() || node.isNull()) {
      return;
    }
    if (node.asText().matches("[1-9][0-9]{0,17}")) {
      version = Long.parseLong(node.asText());
    } else {
      faults.add(new Fault(yaml.line(VERSION), "version is no whole number from 1 up"));
    }
  }

  private void requireSound(Path file) {
    if (!faults.isEmpty()) {
      throw new CommandFailure(
          faults.stream()
              .map(fault -> "%s:%d: %s".formatted(file, fault.line(), fault.message()))
              .collect(Collectors.joining("\n")),
          "correct these lines");
    }
  }
}
