package io.driftline.posture;

import io.driftline.registry.RecordHistory;
import io.driftline.registry.RegisteredCredential;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * What is known of one credential: which agents' records list it and since when it is rotated,
 * which agents used it, and what is wrong with that. Uses are judged when their minute is over and
 * all is known of it. Not thread-safe.
 */
public final class CredentialWatch {

  /** Most agents of whose records it is known how they list the credential. */
  static final int MOST_LISTING = 64;

  private final CredentialSettings settings;
  final TreeMap<String, RecordHistory<RegisteredCredential>> listings = new TreeMap<>();
  PendingUses pending = new PendingUses(CredentialUse::agentId);
  CredentialLog users = new CredentialLog(CredentialUse::agentId);
  DormantCredential silence = new DormantCredential();
  FindingLedger ledger = new FindingLedger();
  long lastSeen = KnownUse.NEVER;

  /** How far event time has come here; what comes late does not turn it back. */
  long clock = KnownUse.NEVER;

  /** Since when records say something else than when uses were judged. */
  long changedSince = Long.MAX_VALUE;

  public CredentialWatch(CredentialSettings settings) {
    this.settings = settings;
  }

  /** Takes in a use; it is judged when its minute is closed. */
  public void add(CredentialUse use) {
    pending.add(use);
    lastSeen = Math.max(lastSeen, use.last());
  }

  /** Takes in what an agent's record says of the credential. */
  public void learn(CredentialChange change) {
    listings
        .computeIfAbsent(change.agentId(), absent -> new RecordHistory<>())
        .put(change.time(), change.listed());
    if (listings.size() > MOST_LISTING) {
      listings.remove(leastListing());
    }
    lastSeen = Math.max(lastSeen, change.time());
    changedSince = Math.min(changedSince, change.time());
  }

  /** Of those that do not list it any more, or else of all, the one that changed first. */
  private String leastListing() {
    return listings.entrySet().stream()
        .min(
            Map.Entry.comparingByValue(
                Comparator.<RecordHistory<RegisteredCredential>, Boolean>comparing(
                        CredentialWatch::lists)
                    .thenComparingLong(RecordHistory::latest)))
        .orElseThrow()
        .getKey();
  }

  private static boolean lists(RecordHistory<RegisteredCredential> listing) {
    return listing.at(Long.MAX_VALUE) != null;
  }

  /**
   * Judges what was used in the minutes that are over, and again what was judged before a record
   * said something else.
   *
   * @param end all that was earlier, in epoch milliseconds, is in but for the late
   * @param isLast whether nothing will ever come after it, so that silence means nothing
   */
  public List<Finding> close(long end, boolean isLast) {
    clock = Math.max(clock, end);
    List<Finding> out = new ArrayList<>();
    for (CredentialUse use : pending.take(end)) {
      users.add(use, settings.sharedMillis());
      judge(use, out);
      judgeSharing(use, out);
    }
    judgeAgain(clock - 1, out);
    if (!isLast) {
      endSharing(sharing(clock).key(), clock, out);
      ledger.resolveQuiet(clock, settings.quietMillis(), out::add);
    }
    return out;
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
    boolean shared = ledger.open().stream().anyMatch(CredentialWatch::isSharing);
    long quiet = ledger.nextQuiet(settings.quietMillis());
    return shared ? Math.min(quiet, sharing(clock).until()) : quiet;
  }

  private void judge(CredentialUse use, List<Finding> out) {
    LongPredicate wasRotated = wasRotated(use.agentId());
    if (wasRotated.test(use.first()) || wasRotated.test(use.last())) {
      observe(PostureRule.ROTATED_CREDENTIAL_USED, use, use.observed(), out);
    }
    if (silence.add(use, settings.dormantMillis())) {
      observe(PostureRule.DORMANT_CREDENTIAL_USED, use, use.observed(), out);
    }
  }

  private void observe(PostureRule rule, CredentialUse use, Observed seen, List<Finding> out) {
    FindingSubject subject = FindingSubject.ofCredential(use.credential());
    ledger.observe(use.agent(), rule, subject, seen, out::add);
  }

  private void judgeSharing(CredentialUse use, List<Finding> out) {
    SharedCredential sharing = sharing(use.last());
    FindingKey key = sharing.key();
    endSharing(key, use.last(), out);
    if (key != null) {
      JudgedAgent second = sharing.second().agent();
      ledger.observe(second, key.rule(), key.subject(), use.observed(), out::add);
    }
  }

  private SharedCredential sharing(long now) {
    return new SharedCredential(users.all(), now, settings.sharedMillis());
  }

  /** Ends what is told of sharing, unless it is what is still so. */
  private void endSharing(FindingKey stillSo, long now, List<Finding> out) {
    for (OpenFinding open : ledger.open()) {
      if (isSharing(open) && !open.key().equals(stillSo)) {
        ledger.resolve(open.key(), now, Resolution.REPAIRED, out::add);
      }
    }
  }

  private static boolean isSharing(OpenFinding open) {
    return open.key().rule() == PostureRule.SHARED_CREDENTIAL;
  }

  private void judgeAgain(long now, List<Finding> out) {
    Retrial retrial = new Retrial(ledger, now, out::add);
    for (KnownUse known : users.all()) {
      if (known.last() >= changedSince && accuses(retrial, known)) {
        CredentialUse use = known.latest();
        Observed seen = Observed.once(use.last(), use.lastEventId());
        observe(PostureRule.ROTATED_CREDENTIAL_USED, use, seen, out);
      }
    }
    changedSince = Long.MAX_VALUE;
    ledger.open().forEach(open -> settle(retrial, open, now, out));
  }

  private boolean accuses(Retrial retrial, KnownUse known) {
    CredentialUse use = known.latest();
    FindingKey key =
        new FindingKey(
            use.agentId(),
            PostureRule.ROTATED_CREDENTIAL_USED,
            FindingSubject.ofCredential(use.credential()));
    return retrial.accuses(key, known, wasRotated(use.agentId()), settings.quietMillis());
  }

  private void settle(Retrial retrial, OpenFinding open, long now, List<Finding> out) {
    FindingKey key = open.key();
    if (key.rule() == PostureRule.ROTATED_CREDENTIAL_USED) {
      retrial.settle(open, wasRotated(key.agentId()));
    }
    if (key.rule() == PostureRule.DORMANT_CREDENTIAL_USED
        && key.agentId().equals(silence.wokenBy())
        && silence.wasNone(open.lastSeen(), settings.dormantMillis())) {
      ledger.resolve(key, now, Resolution.WITHDRAWN, out::add);
    }
  }

  private LongPredicate wasRotated(String agentId) {
    return time -> RotatedCredential.isViolated(listings, agentId, time);
  }

  /** When anything was last taken in, by its own time, epoch milliseconds. */
  public long lastSeen() {
    return lastSeen;
  }

  /** Whether it is not to be forgotten: a record lists it, or something is still to be told. */
  public boolean isLasting() {
    return listings.values().stream().anyMatch(CredentialWatch::lists)
        || !pending.isEmpty()
        || nextCheck() != Long.MAX_VALUE;
  }
}
