package io.driftline.incident;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * All suppressions that are known, by id; at most {@value #MOST}. Immutable.
 *
 * <p>When there are more, the one that ends first goes: so none is taken for one that holds and
 * does not, and what is wrongly told is better than what is wrongly hidden.
 */
public final class Suppressions {

  /** Most suppressions kept. */
  public static final int MOST = 1_000;

  /** None at all. */
  public static final Suppressions NONE = new Suppressions(new TreeMap<>());

  private final TreeMap<String, Suppression> byId;

  private Suppressions(TreeMap<String, Suppression> byId) {
    this.byId = byId;
  }

  /** These; of two with one id the later in the collection. */
  public static Suppressions of(Collection<Suppression> suppressions) {
    TreeMap<String, Suppression> byId = new TreeMap<>();
    suppressions.forEach(each -> byId.put(each.id(), each));
    while (byId.size() > MOST) {
      byId.remove(endingFirst(byId));
    }
    return new Suppressions(byId);
  }

  /** With one more, in the place of the one with its id if there is one. */
  public Suppressions with(Suppression suppression) {
    TreeMap<String, Suppression> more = new TreeMap<>(byId);
    more.put(suppression.id(), suppression);
    return of(more.values());
  }

  /** Without the one of this id, if there is one. */
  public Suppressions without(String id) {
    TreeMap<String, Suppression> rest = new TreeMap<>(byId);
    rest.remove(id);
    return new Suppressions(rest);
  }

  /** Those that hold at some instant after {@code time}, epoch milliseconds. */
  public Suppressions after(long time) {
    TreeMap<String, Suppression> rest = new TreeMap<>(byId);
    rest.values().removeIf(each -> each.until() <= time);
    return new Suppressions(rest);
  }

  /** The one that hides a signal, the first by id if several do; {@code null} if none does. */
  public Suppression hiding(Signal signal) {
    return byId.values().stream().filter(each -> each.hides(signal)).findFirst().orElse(null);
  }

  /** All of them by id. */
  public List<Suppression> all() {
    return List.copyOf(byId.values());
  }

  private static String endingFirst(TreeMap<String, Suppression> byId) {
    return byId.values().stream()
        .min(Comparator.comparingLong(Suppression::until).thenComparing(Suppression::id))
        .orElseThrow()
        .id();
  }
}
