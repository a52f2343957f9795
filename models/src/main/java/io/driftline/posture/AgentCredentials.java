package io.driftline.posture;

import io.driftline.feature.SensitivityTable;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.RecordHistory;
import io.driftline.registry.RegisteredCredential;
import io.driftline.registry.RegistryChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;

/**
 * What is known of the credentials of one agent: what its record says of them, and which it used.
 * Uses are judged when their minute is over and all is known of it, so that their order makes no
 * difference. Not thread-safe.
 */
public final class AgentCredentials {

  private static final long DAY = TimeUnit.DAYS.toMillis(1);

  private final CredentialSettings settings;
  private final SensitivityTable sensitivity;
  RecordHistory<AgentRecord> records = new RecordHistory<>();
  PendingUses pending = new PendingUses(CredentialUse::credential);
  CredentialLog log = new CredentialLog(CredentialUse::credential);
  FindingLedger ledger = new FindingLedger();
  long lastSeen = KnownUse.NEVER;

  /** How far event time has come here; what comes late does not turn it back. */
  long clock = KnownUse.NEVER;

  /** Since when the registry says something else than when uses were judged. */
  long changedSince = Long.MAX_VALUE;

  public AgentCredentials(CredentialSettings settings, SensitivityTable sensitivity) {
    this.settings = settings;
    this.sensitivity = sensitivity;
  }

  /** Takes in a use; it is judged when its minute is closed. */
  public void add(CredentialUse use) {
    pending.add(use);
    lastSeen = Math.max(lastSeen, use.last());
  }

  /**
   * Takes in what the registry says of the agent, and tells what that changes for the credentials
   * it lists, or listed before.
   */
  public List<CredentialChange> learn(RegistryChange change) {
    lastSeen = Math.max(lastSeen, change.time());
    AgentRecord before = records.at(change.time());
    AgentRecord after = relevant(change.agent());
    records.put(change.time(), after);
    if (Objects.equals(before, after)) {
      return List.of();
    }
    changedSince = Math.min(changedSince, change.time());
    return changes(change, listed(before), listed(after));
  }

  /** What matters of a record. */
  private static AgentRecord relevant(AgentRecord record) {
    return record == null
        ? null
        : new AgentRecord(
            record.agentId(),
            record.kind(),
            record.owner(),
            null,
            null,
            null,
            null,
            null,
            record.grants(),
            record.credentials());
  }

  /** A later version that says of a credential what it did before must say so again. */
  private List<CredentialChange> changes(
      RegistryChange change,
      Map<String, RegisteredCredential> before,
      Map<String, RegisteredCredential> after) {
    TreeSet<String> ids = new TreeSet<>(before.keySet());
    ids.addAll(after.keySet());
    ids.removeIf(id -> Objects.equals(before.get(id), after.get(id)));
    Long next = nextAfter(change.time());
    List<CredentialChange> told = new ArrayList<>();
    for (String id : ids) {
      told.add(new CredentialChange(id, change.id(), change.time(), after.get(id)));
      if (next != null) {
        RegisteredCredential later = listed(records.at(next)).get(id);
        told.add(new CredentialChange(id, change.id(), next, later));
      }
    }
    return told;
  }

  private Long nextAfter(long time) {
    List<Long> later = new ArrayList<>();
    records.forEach(
        (from, record) -> {
          if (from > time) {
            later.add(from);
          }
        });
    return later.isEmpty() ? null : later.get(0);
  }

  private static Map<String, RegisteredCredential> listed(AgentRecord record) {
    Map<String, RegisteredCredential> byId = new HashMap<>();
    if (record != null && record.credentials() != null) {
      record.credentials().forEach(each -> byId.put(each.id(), each));
    }
    return byId;
  }

  /**
   * Judges what was used in the minutes that are over, and again what was judged before the
   * registry said something else.
   *
   * @param end all that was earlier, in epoch milliseconds, is in but for the late
   * @param isLast whether nothing will ever come after it, so that silence means nothing
   */
  public ClosedUses close(long end, boolean isLast) {
    clock = Math.max(clock, end);
    ClosedUses closed = new ClosedUses();
    pending.take(end).forEach(use -> judge(use, closed));
    judgeAgain(clock - 1, closed);
    if (!isLast) {
      ledger.resolveQuiet(clock, settings.quietMillis(), closed.findings()::add);
    }
    return closed;
  }

  /**
   * Whether too many uses wait: the {@linkplain #firstEnd earliest minute} is to be closed early.
   */
  public boolean isFull() {
    return pending.isFull();
  }

  /** The end of the earliest minute that is not closed; there must be one. */
  public long firstEnd() {
    return pending.firstEnd();
  }

  /** When {@link #close} has something to do even if nothing is used; at most. */
  public long nextCheck() {
    return ledger.nextQuiet(settings.quietMillis());
  }

  private void judge(CredentialUse use, ClosedUses closed) {
    CredentialUse registered = use.by(agent(use.agentId(), use.last()));
    LongPredicate wasWrong = wasWrong(use.credential());
    if (wasWrong.test(use.first()) || wasWrong.test(use.last())) {
      observe(registered, use.observed(), closed);
    }
    KnownUse known = log.add(registered, settings.sharedMillis());
    if (known.isWorthTelling(DAY)) {
      known.told();
      closed.entries().add(entry(known));
    }
    closed.uses().add(registered);
  }

  private void judgeAgain(long now, ClosedUses closed) {
    Retrial retrial = new Retrial(ledger, now, closed.findings()::add);
    for (KnownUse known : log.all()) {
      CredentialUse use = known.latest();
      LongPredicate wasWrong = wasWrong(use.credential());
      if (known.last() >= changedSince
          && retrial.accuses(key(use), known, wasWrong, settings.quietMillis())) {
        observe(
            use.by(agent(use.agentId(), use.last())),
            Observed.once(use.last(), use.lastEventId()),
            closed);
      }
    }
    changedSince = Long.MAX_VALUE;
    ledger
        .open()
        .forEach(open -> retrial.settle(open, wasWrong(open.key().subject().credential())));
  }

  private void observe(CredentialUse use, Observed seen, ClosedUses closed) {
    FindingKey key = key(use);
    ledger.observe(use.agent(), key.rule(), key.subject(), seen, closed.findings()::add);
  }

  private LongPredicate wasWrong(String credential) {
    return time -> UnknownCredential.isViolated(records.at(time), credential);
  }

  private static FindingKey key(CredentialUse use) {
    return new FindingKey(
        use.agentId(),
        PostureRule.UNKNOWN_CREDENTIAL,
        FindingSubject.ofCredential(use.credential()));
  }

  private JudgedAgent agent(String id, long time) {
    return JudgedAgent.of(id, records.at(time), Instant.ofEpochMilli(time), sensitivity);
  }

  private CredentialEntry entry(KnownUse known) {
    CredentialUse use = known.latest();
    AgentRecord record = records.at(use.last());
    RegisteredCredential listed = record == null ? null : record.credential(use.credential());
    return new CredentialEntry(
        use.agent(),
        use.credential(),
        use.type() == null && listed != null ? listed.type() : use.type(),
        CredentialStanding.of(record, use.credential(), Instant.ofEpochMilli(use.last())),
        known.first(),
        known.last(),
        known.count());
  }

  /** When anything was last taken in, by its own time, epoch milliseconds. */
  public long lastSeen() {
    return lastSeen;
  }

  /** Whether it is not to be forgotten: it is registered, or something is still to be told. */
  public boolean isLasting() {
    return records.at(Long.MAX_VALUE) != null
        || !pending.isEmpty()
        || nextCheck() != Long.MAX_VALUE;
  }
}
