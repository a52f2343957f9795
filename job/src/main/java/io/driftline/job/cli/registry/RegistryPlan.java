package io.driftline.job.cli.registry;

import io.driftline.job.registry.RegistryEntry;
import io.driftline.registry.RegistryChange.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is to be published, so that the topics say what a file says. */
final class RegistryPlan {

  private final Map<Subject, List<Step>> steps = new EnumMap<>(Subject.class);
  private final Map<Subject, Integer> same = new EnumMap<>(Subject.class);
  private final Map<Subject, Integer> kept = new EnumMap<>(Subject.class);

  private RegistryPlan() {}

  /**
   * One record to be published.
   *
   * @param before what is published by now; {@code null} if nothing is
   * @param after what is to be published; a removal if it is to go
   */
  record Step(RegistryEntry before, RegistryEntry after) {

    boolean adds() {
      return before == null;
    }

    boolean removes() {
      return after.isRemoval();
    }

    boolean changes() {
      return !adds() && !removes();
    }
  }

  /**
   * Compares a file with what is published.
   *
   * @param prune whether to remove who is published and not in a list of the file
   */
  static RegistryPlan of(RegistryDocument document, RegistryContent present, boolean prune) {
    RegistryPlan plan = new RegistryPlan();
    for (Subject subject : document.declared()) {
      plan.compare(subject, document.content(), present, prune);
    }
    return plan;
  }

  /** Of which subjects the file says anything. */
  Set<Subject> subjects() {
    return Collections.unmodifiableSet(steps.keySet());
  }

  /** What is to be published, in order of the ids, removals last. */
  List<Step> steps(Subject subject) {
    return Collections.unmodifiableList(steps.get(subject));
  }

  Stream<Step> steps() {
    return steps.values().stream().flatMap(List::stream);
  }

  /** How many records are published as the file has them. */
  int same(Subject subject) {
    return same.get(subject);
  }

  /** How many records are published, not in the file, and stay. */
  int kept(Subject subject) {
    return kept.get(subject);
  }

  boolean isEmpty() {
    return steps().findAny().isEmpty();
  }

  private void compare(
      Subject subject, RegistryContent wanted, RegistryContent present, boolean prune) {
    List<Step> found = new ArrayList<>();
    for (RegistryEntry entry : wanted.all(subject)) {
      RegistryEntry before = present.get(subject, entry.id());
      if (before == null || !RecordDiff.of(before, entry).isEmpty()) {
        found.add(new Step(before, entry));
      }
    }
    same.put(subject, wanted.all(subject).size() - found.size());
    List<RegistryEntry> absent =
        present.all(subject).stream()
            .filter(entry -> wanted.get(subject, entry.id()) == null)
            .toList();
    kept.put(subject, prune ? 0 : absent.size());
    if (prune) {
      absent.forEach(entry -> found.add(new Step(entry, removal(entry))));
    }
    steps.put(subject, found);
  }

  private static RegistryEntry removal(RegistryEntry entry) {
    return RegistryEntry.removal(entry.subject(), entry.id(), null);
  }
}
