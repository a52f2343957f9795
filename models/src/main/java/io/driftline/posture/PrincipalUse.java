package io.driftline.posture;

import io.driftline.registry.AuthorityVerdict;
import java.util.ArrayList;
import java.util.List;

/** One right that an agent uses on somebody's behalf: since when, until when, and what was told. */
final class PrincipalUse {

  final RightUse use;
  long first = Long.MAX_VALUE;
  long last = Long.MIN_VALUE;
  String lastEventId = "";
  long count;

  /** At most one for each rule; hardly ever any, hence no map. */
  List<ToldUses> told = List.of();

  /**
   * The verdict on every action after the latest change of the registry; {@code null} until one was
   * judged. Not stored: it is worked out again.
   */
  AuthorityVerdict settled;

  PrincipalUse(RightUse use) {
    this.use = use;
  }

  /** Counts an action; tells whether it was new, as far as the latest one can tell. */
  boolean note(long time, String eventId) {
    if (isLatest(time, eventId)) {
      return false;
    }
    count++;
    first = Math.min(first, time);
    if (time > last || time == last && eventId.compareTo(lastEventId) > 0) {
      last = time;
      lastEventId = eventId;
    }
    return true;
  }

  private boolean isLatest(long time, String eventId) {
    return time == last && eventId.equals(lastEventId);
  }

  /** Remembers what was told. */
  void tell(ToldUses now) {
    ToldUses before = toldUnder(now.rule());
    List<ToldUses> all = new ArrayList<>(told);
    all.remove(before);
    all.add(before == null ? now : before.and(now));
    told = List.copyOf(all);
  }

  /** Forgets that something was told. */
  void takeBack(ToldUses wrong) {
    told = told.stream().filter(each -> each != wrong).toList();
  }

  /** What was told under a rule, or {@code null}. */
  ToldUses toldUnder(PostureRule rule) {
    return told.stream().filter(each -> each.rule() == rule).findFirst().orElse(null);
  }

  /** Whether the latest action was told under a rule. */
  boolean latestIsToldUnder(PostureRule rule) {
    ToldUses all = toldUnder(rule);
    return all != null && isLatest(all.last(), all.lastEventId());
  }
}
