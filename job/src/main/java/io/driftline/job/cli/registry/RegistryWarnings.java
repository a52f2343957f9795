package io.driftline.job.cli.registry;

import io.driftline.explain.PlainText;
import io.driftline.job.config.Suggestion;
import io.driftline.job.registry.RegistryEntry;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.RegistryChange.Subject;
import io.driftline.registry.Right;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is allowed in a file, and yet is seldom meant. */
final class RegistryWarnings {

  private static final Right EVERYTHING = new Right(Right.ANY, Right.ANY);

  private final RegistryDocument document;
  private final Set<String> people = new TreeSet<>();
  private final List<Fault> warnings = new ArrayList<>();

  private RegistryWarnings(RegistryDocument document, RegistryContent present) {
    this.document = document;
    Stream.of(document.content(), present)
        .flatMap(content -> content.all(Subject.USER).stream())
        .forEach(person -> people.add(person.id()));
  }

  /**
   * In order of the lines.
   *
   * @param present what is published by now: a person may be named who is only there
   */
  static List<Fault> of(RegistryDocument document, RegistryContent present) {
    RegistryWarnings warnings = new RegistryWarnings(document, present);
    for (Subject subject : Subject.values()) {
      for (RegistryEntry entry : document.content().all(subject)) {
        warnings.judge(entry, present.get(subject, entry.id()));
      }
    }
    Collections.sort(warnings.warnings);
    return warnings.warnings;
  }

  private void judge(RegistryEntry entry, RegistryEntry before) {
    if (entry.agent() != null) {
      judgeOwner(entry, entry.agent());
      judgeGrants(entry, entry.agent());
    } else {
      judgeRights(entry, "entitlements", entry.user().entitlements());
    }
    judgeTime(entry, before);
  }

  private void judgeOwner(RegistryEntry entry, AgentRecord agent) {
    String owner = agent.owner();
    if (owner != null && !people.isEmpty() && !people.contains(owner)) {
      add(
          entry,
          "owner",
          "owner "
              + PlainText.of(owner)
              + " is not among the people: all right only if it is a team"
              + Suggestion.of(owner, people));
    }
  }

  private void judgeGrants(RegistryEntry entry, AgentRecord agent) {
    judgeRights(
        entry,
        "grants",
        agent.grants() == null
            ? null
            : agent.grants().stream().map(grant -> grant.right()).toList());
  }

  private void judgeRights(RegistryEntry entry, String list, List<Right> rights) {
    for (int i = 0; rights != null && i < rights.size(); i++) {
      if (rights.get(i).covers(EVERYTHING)) {
        String path = list + "[" + i + "]";
        add(entry, path, path + " allows everything on every system");
      }
    }
  }

  private void judgeTime(RegistryEntry entry, RegistryEntry before) {
    if (before == null || entry.effective() == null || before.effective() == null) {
      return;
    }
    int order = entry.effective().compareTo(before.effective());
    if (order < 0) {
      add(
          entry,
          "effective",
          "effective is earlier than before: what is published now holds again from %s on"
              .formatted(before.effective()));
    } else if (order == 0 && !RecordDiff.of(before, entry).isEmpty()) {
      add(
          entry,
          "effective",
          "the record changes, and effective does not: the change counts from %s on"
              .formatted(entry.effective()));
    }
  }

  private void add(RegistryEntry entry, String field, String message) {
    warnings.add(new Fault(document.line(entry, field), message));
  }
}
