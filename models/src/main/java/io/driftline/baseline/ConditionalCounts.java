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

  /** The context used last, which thus needs neither a lookup nor a note of its use. */
  private long latestContext;

  private DecayedCounts latest;

  ConditionalCounts(boolean timed, boolean labelled, int contextCap, int valueCap) {
    this.timed = timed;
    this.labelled = labelled;
    this.valueCap = valueCap;
    this.contexts = new LruMap<>(contextCap);
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
    }
    return latest;
  }

  /** All contexts; looking one up in here counts as use. */
  LruMap<DecayedCounts> contexts() {
    return contexts;
  }

  void rescale(double factor, double floor) {
    latest = null;
    contexts.retainIf(
        counts -> {
          counts.rescale(factor, floor);
          return counts.distinct() > 0;
        });
  }

  void forgetBefore(int minute) {
    latest = null;
    contexts.retainIf(
        counts -> {
          counts.forgetBefore(minute);
          return counts.distinct() > 0;
        });
  }

  private void remember(long context, DecayedCounts counts) {
    latestContext = context;
    latest = counts;
  }
}
