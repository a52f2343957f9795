package io.driftline.baseline;

/**
 * {@link DecayedCounts} per context, for one dimension. At most {@code contexts} contexts are kept;
 * the one unused for longest goes first.
 */
public final class ConditionalCounts {

  private final boolean timed;
  private final boolean labelled;
  private final int valueCap;
  private final LruMap<DecayedCounts> contexts;

  /**
   * The counts in context 0 while it is the only one, as in most dimensions: it needs no lookup
   * then. No other is remembered: a reference written for every action would keep the garbage
   * collector busy.
   */
  private DecayedCounts unconditional;

  ConditionalCounts(boolean timed, boolean labelled, int contextCap, int valueCap) {
    this.timed = timed;
    this.labelled = labelled;
    this.valueCap = valueCap;
    this.contexts = new LruMap<>(contextCap);
  }

  /** The counts in this context; {@code null} if nothing was seen in it. */
  public DecayedCounts in(long context) {
    if (context != 0) {
      return contexts.get(context);
    }
    if (unconditional == null) {
      DecayedCounts found = contexts.get(0);
      unconditional = contexts.size() == 1 ? found : null;
      return found;
    }
    return unconditional;
  }

  /** The counts in this context, made if need be. */
  DecayedCounts open(long context) {
    DecayedCounts counts = in(context);
    if (counts == null) {
      counts = new DecayedCounts(valueCap, timed, labelled);
      contexts.put(context, counts);
      unconditional = null;
    }
    return counts;
  }

  /** All contexts; looking one up in here counts as use. */
  LruMap<DecayedCounts> contexts() {
    return contexts;
  }

  void rescale(double factor, double floor) {
    unconditional = null;
    contexts.retainIf(
        counts -> {
          counts.rescale(factor, floor);
          return counts.distinct() > 0;
        });
  }

  void forgetBefore(int minute) {
    unconditional = null;
    contexts.retainIf(
        counts -> {
          counts.forgetBefore(minute);
          return counts.distinct() > 0;
        });
  }
}
