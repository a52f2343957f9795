package io.driftline.job.cli.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.driftline.explain.PlainText;
import io.driftline.job.config.Suggestion;
import io.driftline.job.registry.RegistryContract;
import io.driftline.registry.RegistryChange.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fields that the contract does not list. In a topic they are ignored, as a later release may know
 * them; in a file that a person writes they are slips of the pen.
 */
public final class UnknownFields {

  private UnknownFields() {}

  /** Those of a record and of the entries of its lists. */
  static List<Fault> inRecord(Subject subject, ObjectNode record, String path, YamlTree yaml) {
    // Who is to be removed is left out of a file.
    List<String> known =
        RegistryContract.fields(subject).stream().filter(each -> !each.equals("removed")).toList();
    List<Fault> faults = new ArrayList<>(in(record, path, known, yaml));
    for (Map.Entry<String, JsonNode> field : record.properties()) {
      List<String> ofEntries = RegistryContract.ENTRIES.get(field.getKey());
      if (ofEntries != null && known.contains(field.getKey())) {
        String list = path + "." + field.getKey();
        for (int i = 0; i < field.getValue().size(); i++) {
          faults.addAll(in(field.getValue().get(i), list + "[" + i + "]", ofEntries, yaml));
        }
      }
    }
    return faults;
  }

  /** Those of one object. */
  public static List<Fault> in(JsonNode object, String path, List<String> known, YamlTree yaml) {
    List<Fault> faults = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = field.getKey();
      if (!known.contains(name)) {
        faults.add(
            new Fault(
                yaml.line(path.isEmpty() ? name : path + "." + name),
                PlainText.of(name) + " is not known" + Suggestion.of(name, known)));
      }
    }
    return faults;
  }
}
