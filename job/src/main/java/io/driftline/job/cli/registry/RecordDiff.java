package io.driftline.job.cli.registry;

import io.driftline.job.registry.RegistryEntry;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.UserRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What differs in one field. Lists count as sets: their order says nothing.
 *
 * @param field its name
 * @param before entries that only the record before has; of a field that is no list, its value
 * @param after entries that only the record after has
 * @param wasDeclared whether the record before had the field
 * @param isDeclared whether the record after has it
 */
record RecordDiff(
    String field,
    List<Object> before,
    List<Object> after,
    boolean wasDeclared,
    boolean isDeclared) {

  /**
   * The fields in which two records of one subject differ. From when on it holds is a difference
   * only if the record after states it.
   */
  static List<RecordDiff> of(RegistryEntry before, RegistryEntry after) {
    Map<String, List<?>> old = fields(before);
    Map<String, List<?>> now = fields(after);
    List<RecordDiff> diffs = new ArrayList<>();
    for (String field : now.keySet()) {
      RecordDiff diff = of(field, old.get(field), now.get(field));
      if (!diff.isNothing()) {
        diffs.add(diff);
      }
    }
    if (after.effective() != null && !after.effective().equals(before.effective())) {
      diffs.add(of("effective", one(before.effective()), one(after.effective())));
    }
    return diffs;
  }

  private static RecordDiff of(String field, List<?> before, List<?> after) {
    return new RecordDiff(
        field, minus(before, after), minus(after, before), before != null, after != null);
  }

  private boolean isNothing() {
    return before.isEmpty() && after.isEmpty() && wasDeclared == isDeclared;
  }

  private static List<Object> minus(List<?> from, List<?> taken) {
    Set<Object> rest = new LinkedHashSet<>(from == null ? List.of() : from);
    if (taken != null) {
      taken.forEach(rest::remove);
    }
    return List.copyOf(rest);
  }

  private static Map<String, List<?>> fields(RegistryEntry entry) {
    return entry.agent() == null ? fields(entry.user()) : fields(entry.agent());
  }

  private static Map<String, List<?>> fields(AgentRecord agent) {
    Map<String, List<?>> fields = new LinkedHashMap<>();
    fields.put("kind", one(agent.kind() == null ? null : agent.kind().code()));
    fields.put("owner", one(agent.owner()));
    fields.put("vendor", one(agent.vendor()));
    fields.put("purpose", one(agent.purpose()));
    fields.put("version", one(agent.version()));
    fields.put("systems", agent.systems());
    fields.put("invokers", agent.invokers());
    fields.put("grants", agent.grants());
    fields.put("credentials", agent.credentials());
    return fields;
  }

  private static Map<String, List<?>> fields(UserRecord user) {
    Map<String, List<?>> fields = new LinkedHashMap<>();
    fields.put("status", one(user.status().code()));
    fields.put("entitlements", user.entitlements());
    fields.put("manager", one(user.manager()));
    return fields;
  }

  private static List<?> one(Object value) {
    return value == null ? null : List.of(value);
  }
}
