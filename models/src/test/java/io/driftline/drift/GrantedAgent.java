package io.driftline.drift;

import io.driftline.activity.AgentKind;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.RegistryChange.Subject;
import io.driftline.registry.Right;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An agent whose record is changed, day by day, for tests. */
final class GrantedAgent {

  static final String ID = "agent";

  /** A Monday. */
  static final long START = LocalDate.of(2026, 1, 5).toEpochDay();

  private static final long HOUR = 3_600_000L;

  private final Map<String, Instant> expiries = new LinkedHashMap<>();
  private final List<RegistryChange> changes = new ArrayList<>();
  private String version;

  /** On record from the first day on, with so many grants. */
  static GrantedAgent with(int grants) {
    GrantedAgent agent = new GrantedAgent();
    for (int i = 0; i < grants; i++) {
      agent.give("usual-" + i);
    }
    return agent.say(0);
  }

  /** Grants a permission with the next record. */
  GrantedAgent give(String permission) {
    return give(permission, Instant.MAX);
  }

  /** Grants a permission with the next record, until an instant. */
  GrantedAgent give(String permission, Instant expires) {
    expiries.put(permission, expires);
    return this;
  }

  /** Takes a permission away with the next record. */
  GrantedAgent take(String permission) {
    expiries.remove(permission);
    return this;
  }

  /** Takes the permission that was granted first away with the next record. */
  GrantedAgent takeOldest() {
    expiries.keySet().stream().findFirst().ifPresent(expiries::remove);
    return this;
  }

  GrantedAgent version(String newVersion) {
    version = newVersion;
    return this;
  }

  /** Puts all that is granted on record, in the middle of a day counted from the first. */
  GrantedAgent say(int day) {
    return sayAt(middleOf(day));
  }

  /** Puts all that is granted on record. */
  GrantedAgent sayAt(long time) {
    List<Grant> grants =
        expiries.entrySet().stream()
            .map(
                each ->
                    new Grant(
                        new Right("crm", each.getKey()),
                        Instant.EPOCH,
                        each.getValue().equals(Instant.MAX) ? null : each.getValue(),
                        null))
            .toList();
    changes.add(RegistryChange.agent(record(grants), time));
    return this;
  }

  /** A record that does not say what is granted. */
  GrantedAgent saySilently(int day) {
    changes.add(RegistryChange.agent(record(null), middleOf(day)));
    return this;
  }

  /** Takes it out of the registry. */
  GrantedAgent remove(int day) {
    changes.add(RegistryChange.removal(Subject.AGENT, ID, middleOf(day)));
    return this;
  }

  private AgentRecord record(List<Grant> grants) {
    return new AgentRecord(
        ID, AgentKind.PERSONAL, "ann", null, "sales", version, null, null, grants, null);
  }

  static long middleOf(int day) {
    return CalendarDay.start(START + day) + 12 * HOUR;
  }

  List<RegistryChange> changes() {
    return changes;
  }

  /** All that is found. */
  List<DriftSignal> watch() {
    return watch(new GrantGrowth(DriftSettings.defaults()));
  }

  /** All that is found by a given watch. */
  List<DriftSignal> watch(GrantGrowth growth) {
    List<DriftSignal> found = new ArrayList<>();
    for (RegistryChange change : changes) {
      DriftSignal signal = growth.learn(change);
      if (signal != null) {
        found.add(signal);
      }
    }
    return found;
  }
}
