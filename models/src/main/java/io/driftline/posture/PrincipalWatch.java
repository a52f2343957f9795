package io.driftline.posture;

import io.driftline.activity.AgentAction;
import io.driftline.activity.Outcome;
import io.driftline.baseline.LruMap;
import io.driftline.registry.AuthorityVerdict;
import io.driftline.registry.RegistryChange;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Judges whether the rights of one principal were enough for what agents did on its behalf.
 *
 * <p>The registry may speak late. A verdict is given at once by what is known; an accusation is
 * held until event time has passed the action, judged again, and only then told. When the registry
 * changes, what was told is judged again and taken back if it was wrong, and so is the latest of
 * each kind of use, which may turn out to have lacked the right. Not thread-safe.
 */
public final class PrincipalWatch {

  /** Most kinds of use kept: the one unused for longest goes first, and is not judged again. */
  public static final int MOST_USES = 256;

  /** Most accusations held; beyond them the earliest is judged without waiting. */
  public static final int MOST_HELD = 256;

  final PrincipalRights rights;
  final LruMap<PrincipalUse> uses = new LruMap<>(MOST_USES);
  final NavigableSet<AccusedUse> held = new TreeSet<>();
  long lastUsed = Long.MIN_VALUE;

  PrincipalWatch(PrincipalRights rights) {
    this.rights = rights;
  }

  /** Watches a principal of whom nothing is known. */
  public PrincipalWatch(Principal principal) {
    this(PrincipalRights.unknown(principal));
  }

  /** Learns what comes of judging. */
  public interface Listener {

    /** An accusation is made, or taken back. */
    void tell(Accusation accusation);

    /** {@link #release} is to be called when event time has passed this time. */
    void releaseAt(long time);
  }

  /**
   * Judges an action at its time.
   *
   * @param action done on behalf of the principal
   * @param watermark how far event time has come, epoch milliseconds
   */
  public AuthorityVerdict judge(AgentAction action, long watermark, Listener listener) {
    long time = action.timeMillis();
    lastUsed = Math.max(lastUsed, time);
    PrincipalUse logged = loggedOf(action);
    AuthorityVerdict verdict = verdict(logged, time);
    if (isDone(action, verdict) && logged.note(time, action.eventId()) && verdict.accuses()) {
      accuse(new AccusedUse(logged.use, time, action.eventId(), 1), watermark, listener);
    }
    return verdict;
  }

  /** Takes in what the registry says, whatever time it is about. */
  public void learn(RegistryChange change, long watermark, Listener listener) {
    rights.learn(change);
    lastUsed = Math.max(lastUsed, change.time());
    List<PrincipalUse> all = new ArrayList<>(uses.size());
    uses.forEach((fingerprint, logged) -> all.add(logged));
    takeBack(all, change.time(), listener);
    for (PrincipalUse logged : all) {
      logged.settled = null;
      if (logged.last >= change.time()) {
        judgeLatest(logged, watermark, listener);
      }
    }
  }

  /** Judges again what was held until event time has passed {@code time}. */
  public void release(long time, Listener listener) {
    while (!held.isEmpty() && held.first().time() <= time) {
      tellIfBroken(held.pollFirst(), listener);
    }
  }

  /** Time of the latest action or change, epoch milliseconds. */
  public long lastUsed() {
    return lastUsed;
  }

  /** Whether the registry has a record of the principal, which nobody tells a second time. */
  public boolean isRegistered() {
    return rights.isRegistered();
  }

  /** What was denied gave nobody anything; but nobody who is gone should even ask. */
  private static boolean isDone(AgentAction action, AuthorityVerdict verdict) {
    return action.outcome() != Outcome.DENIED || verdict == AuthorityVerdict.DISABLED;
  }

  private AuthorityVerdict verdict(PrincipalUse logged, long time) {
    if (!rights.isSettledAt(time)) {
      return rights.verdict(logged.use, time);
    }
    if (logged.settled == null) {
      logged.settled = rights.verdict(logged.use, time);
    }
    return logged.settled;
  }

  private void accuse(AccusedUse accused, long watermark, Listener listener) {
    if (accused.time() <= watermark) {
      tellIfBroken(accused, listener);
      return;
    }
    held.add(accused);
    listener.releaseAt(accused.time());
    if (held.size() > MOST_HELD) {
      tellIfBroken(held.pollFirst(), listener);
    }
  }

  private void tellIfBroken(AccusedUse accused, Listener listener) {
    PostureRule rule = rights.brokenRule(accused.use(), accused.time());
    if (rule != null) {
      ToldUses told = ToldUses.of(rule, accused);
      loggedOf(accused.use()).tell(told);
      listener.tell(rights.accusation(accused.use(), told, false));
    }
  }

  /** The latest action may have become an offence by what the registry says now. */
  private void judgeLatest(PrincipalUse logged, long watermark, Listener listener) {
    PostureRule rule = rights.brokenRule(logged.use, logged.last);
    AccusedUse latest =
        new AccusedUse(logged.use, logged.last, logged.lastEventId, offences(logged, rule));
    if (rule != null && !logged.latestIsToldUnder(rule) && !held.contains(latest)) {
      accuse(latest, watermark, listener);
    }
  }

  /** All actions if the earliest is an offence as well and none was told; else at least one. */
  private long offences(PrincipalUse logged, PostureRule rule) {
    boolean all =
        logged.told.isEmpty()
            && held.stream().noneMatch(each -> each.use().equals(logged.use))
            && rights.brokenRule(logged.use, logged.first) == rule;
    return all ? logged.count : 1;
  }

  private void takeBack(List<PrincipalUse> all, long since, Listener listener) {
    Withdrawals wrong = new Withdrawals();
    for (PrincipalUse logged : all) {
      for (ToldUses told : logged.told) {
        if (told.last() >= since && !stands(logged.use, told)) {
          logged.takeBack(told);
          wrong.add(rights.accusation(logged.use, told, true));
        }
      }
    }
    for (PrincipalUse logged : all) {
      logged.told.forEach(told -> wrong.keep(rights.accusation(logged.use, told, false)));
    }
    wrong.all().forEach(listener::tell);
  }

  /** What was told stands as long as it is right about the earliest or the latest action. */
  private boolean stands(RightUse use, ToldUses told) {
    return rights.brokenRule(use, told.first()) == told.rule()
        || rights.brokenRule(use, told.last()) == told.rule();
  }

  private PrincipalUse loggedOf(AgentAction action) {
    long fingerprint = RightUse.fingerprint(action.agentId(), action.system(), action.permission());
    PrincipalUse logged = uses.get(fingerprint);
    return logged != null
        ? logged
        : loggedOf(new RightUse(action.agentId(), action.system(), action.permission()));
  }

  private PrincipalUse loggedOf(RightUse use) {
    PrincipalUse logged = uses.get(use.fingerprint());
    if (logged == null) {
      logged = new PrincipalUse(use);
      uses.put(use.fingerprint(), logged);
    }
    return logged;
  }
}
