package io.driftline.job.cli.registry;

import io.driftline.job.registry.RegistryEntry;
import io.driftline.registry.RegistryChange.Subject;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What a registry holds: one record for each agent and person, in order of their ids. */
final class RegistryContent {

  private final Map<Subject, TreeMap<String, RegistryEntry>> entries = new EnumMap<>(Subject.class);

  RegistryContent() {
    for (Subject subject : Subject.values()) {
      entries.put(subject, new TreeMap<>());
    }
  }

  /** Takes in what a record states; a removal removes. */
  void put(RegistryEntry entry) {
    if (entry.isRemoval()) {
      remove(entry.subject(), entry.id());
    } else {
      entries.get(entry.subject()).put(entry.id(), entry);
    }
  }

  void remove(Subject subject, String id) {
    entries.get(subject).remove(id);
  }

  /** The record with this id, or {@code null}. */
  RegistryEntry get(Subject subject, String id) {
    return entries.get(subject).get(id);
  }

  Collection<RegistryEntry> all(Subject subject) {
    return entries.get(subject).values();
  }
}
