package io.driftline.baseline;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link DecayedCounts} per context, for one dimension. At most {@code contexts} contexts are kept;
 * the one unused for longest goes first.
 */
public final class ConditionalCounts {

  private final boolean timed;
  private final boolean labelled;
  private final int contextCap;
  private final int valueCap;
  private final Map<Long, DecayedCounts> contexts = new LinkedHashMap<>(4, 0.75f, true);

  /**
   * The context used last, which thus needs neither a lookup nor a move to the end of the queue.
   */
  private long latestContext;

  private DecayedCounts latest;

  ConditionalCounts(boolean timed, boolean labelled, int contextCap, int valueCap) {
    this.timed = timed;
    this.labelled = labelled;
    this.contextCap = contextCap;
    this.valueCap = valueCap;
  }

  /** The counts in this context; {@code null} if nothing was seen in it. */
  public DecayedCounts in(long context) {
    if (latest == null || context != latestContext) {
      remember(context, contexts.get(context));
    }
    return latest;
  }

  /** The counts in this context, made if need be. */
  DecayedCounts open(long context) {
    if (in(context) == null) {
      remember(context, new DecayedCounts(valueCap, timed, labelled));
      contexts.put(context, latest);
      evict();
    }
    return latest;
  }

  /** All contexts, the one unused for longest first. */
  Map<Long, DecayedCounts> contexts() {
    return contexts;
  }

  void rescale(double factor, double floor) {
    contexts.values().forEach(counts -> counts.rescale(factor, floor));
    dropEmpty();
  }

  void forgetBefore(int minute) {
    contexts.values().forEach(counts -> counts.forgetBefore(minute));
    dropEmpty();
  }

  private void dropEmpty() {
    latest = null;
    contexts.values().removeIf(counts -> counts.distinct() == 0);
  }

  private void remember(long context, DecayedCounts counts) {
    latestContext = context;
    latest = counts;
  }

  private void evict() {
    if (contexts.size() > contextCap) {
      Iterator<Long> eldest = contexts.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
  }
}
