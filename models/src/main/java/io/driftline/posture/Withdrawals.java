package io.driftline.posture;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was told wrongly, to be taken back. Several uses may be told under one charge, as all that
 * is done for somebody who has left: it is taken back when nothing is left of it.
 */
final class Withdrawals {

  private final Map<Charge, Accusation> wrong = new LinkedHashMap<>();

  private record Charge(PostureRule rule, String agentId, FindingSubject subject) {
    static Charge of(Accusation accusation) {
      return new Charge(accusation.rule(), accusation.agentId(), accusation.subject());
    }
  }

  /** Something that was told wrongly. */
  void add(Accusation withdrawn) {
    wrong.merge(Charge.of(withdrawn), withdrawn, Withdrawals::together);
  }

  /** Something that was told rightly. */
  void keep(Accusation told) {
    wrong.remove(Charge.of(told));
  }

  /** One for each charge of which nothing is left. */
  Collection<Accusation> all() {
    return wrong.values();
  }

  private static Accusation together(Accusation a, Accusation b) {
    Accusation later = b.time() >= a.time() ? b : a;
    return new Accusation(
        later.rule(),
        later.agentId(),
        later.subject(),
        later.time(),
        later.eventId(),
        a.count() + b.count(),
        later.withdrawn());
  }
}
