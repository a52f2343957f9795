package io.driftline.job.cli.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Lists that are begun with nothing below them. To YAML that is null, to Driftline a list that is
 * not declared, and to whoever wrote it perhaps a list without entries: the opposite.
 */
final class EmptyLists {

  private static final List<String> LISTS =
      List.of("systems", "invokers", "grants", "credentials", "entitlements");

  private EmptyLists() {}

  /** Those of a record. */
  static List<Fault> in(ObjectNode record, String path, YamlTree yaml) {
    return LISTS.stream()
        .filter(list -> record.has(list) && record.get(list).isNull())
        .map(
            list ->
                new Fault(
                    yaml.line(path + "." + list),
                    list + " is left empty; write [] for none, or leave it out if not declared"))
        .toList();
  }
}
