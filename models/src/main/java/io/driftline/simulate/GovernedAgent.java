package io.driftline.simulate;

import io.driftline.activity.AgentKind;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.RegisteredCredential;
import io.driftline.registry.RegistryChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One agent: what the registry says of it, and what it does day after day. */
final class GovernedAgent {

  private final String id;
  private final AgentKind kind;
  private final Purpose purpose;
  private final Dossier<AgentRecord> dossier;
  private final List<Routine> routines = new ArrayList<>();
  private final Set<String> spares = new HashSet<>();

  GovernedAgent(Purpose purpose, AgentRecord first, long time) {
    this.id = first.agentId();
    this.kind = first.kind();
    this.purpose = purpose;
    this.dossier = new Dossier<>(time, first);
  }

  String id() {
    return id;
  }

  AgentKind kind() {
    return kind;
  }

  /** Whether it acts for one person only. */
  boolean isPersonal() {
    return kind == AgentKind.PERSONAL;
  }

  Purpose purpose() {
    return purpose;
  }

  /** When it is registered first. */
  long begin() {
    return dossier.begin();
  }

  /** What the registry says of it; {@code null} for nothing. */
  AgentRecord at(long time) {
    return dossier.at(time);
  }

  void edit(long time, Consumer<AgentDraft> change) {
    dossier.edit(time, AgentDraft.edit(change));
  }

  /** Retires it: it is no longer registered, and at rest. */
  void retire(long time) {
    dossier.end(time);
    routines.replaceAll(each -> new Routine(each.call(), each.from(), time));
  }

  List<Routine> routines() {
    return routines;
  }

  /** Has it do this on every working day, from the first day on which it is registered. */
  void work(Operation call) {
    work(call, begin());
  }

  void work(Operation call, long from) {
    routines.add(new Routine(call, from, Long.MAX_VALUE));
  }

  /** Has it stop doing this. */
  void stop(Operation call, long time) {
    routines.replaceAll(
        each ->
            each.call() == call && each.until() > time
                ? new Routine(call, each.from(), time)
                : each);
  }

  /** Whether it does this from the first day to the last. */
  boolean alwaysDoes(Operation call) {
    return routines.contains(new Routine(call, begin(), Long.MAX_VALUE));
  }

  /** Keeps a credential out of its daily work. */
  void spare(String credential) {
    spares.add(credential);
  }

  /** The credentials for its daily work. */
  List<RegisteredCredential> credentials(long time) {
    Instant now = Instant.ofEpochMilli(time);
    return at(time).credentials().stream()
        .filter(each -> !spares.contains(each.id()))
        .filter(each -> each.rotated() == null || now.isBefore(each.rotated()))
        .toList();
  }

  /** What the registry says of it, the earliest first. */
  List<RegistryChange> changes() {
    List<RegistryChange> changes = new ArrayList<>();
    dossier.forEach((time, record) -> changes.add(change(record, time)));
    return changes;
  }

  private RegistryChange change(AgentRecord record, long time) {
    return record == null
        ? RegistryChange.removal(RegistryChange.Subject.AGENT, id, time)
        : RegistryChange.agent(record, time);
  }
}
