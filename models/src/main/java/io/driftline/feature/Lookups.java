package io.driftline.feature;

import io.driftline.baseline.Baseline;
import io.driftline.baseline.CohortBaseline;
import io.driftline.baseline.DecayedCounts;
import io.driftline.baseline.Dimension;
import io.driftline.baseline.Observation;
import io.driftline.baseline.SessionContext;

/**
 * The values of one action, each with what agent and peers know in its context.
 *
 * <p>All are looked up before any is judged. Agents are many, so every look-up waits for memory;
 * look-ups one right after the other wait together.
 */
final class Lookups {

  /** Every dimension but the two kinds of co-occurrence has one value at most. */
  private static final int MOST = Dimension.values().length + 2 * SessionContext.MAX_STEPS;

  private int size;
  private final Dimension[] dimensions = new Dimension[MOST];
  private final long[] contexts = new long[MOST];
  private final long[] values = new long[MOST];
  private final int[] places = new int[MOST];

  /** Made anew each time: to write into an old array costs the garbage collector more. */
  private DecayedCounts[] own;

  /** Looks up the values of {@code seen}; forgets those of the action before. */
  void lookUp(Observation seen, boolean sensitive, Baseline agent, CohortBaseline peers) {
    size = 0;
    seen.values(this::add);
    seen.coOccurrences(this::add);
    if (sensitive) {
      seen.resourceCoOccurrences(this::add);
    }
    own = new DecayedCounts[size];
    for (int i = 0; i < size; i++) {
      own[i] = agent.counts(dimensions[i]).in(contexts[i]);
    }
    for (int i = 0; i < size; i++) {
      places[i] = peers.placeOf(dimensions[i], contexts[i]);
    }
  }

  int size() {
    return size;
  }

  Dimension dimension(int i) {
    return dimensions[i];
  }

  long value(int i) {
    return values[i];
  }

  /** The agent's counts in the context; {@code null} if there are none. */
  DecayedCounts own(int i) {
    return own[i];
  }

  /** See {@link CohortBaseline#placeOf}. */
  int place(int i) {
    return places[i];
  }

  private void add(Dimension dimension, long context, long value, String label) {
    dimensions[size] = dimension;
    contexts[size] = context;
    values[size++] = value;
  }
}
