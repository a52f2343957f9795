package io.driftline.job.evaluate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Evaluations of the same events that differ in their seed alone.
 *
 * @param runs at least one, in the order of their seeds
 */
public record SeedRuns(List<SeedRun> runs) {

  public SeedRuns {
    runs = List.copyOf(runs);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("at least one run is needed, got none");
    }
  }

  /** The run with the first seed. */
  public SeedRun first() {
    return runs.get(0);
  }

  /** The seeds in order. */
  public List<Long> seeds() {
    return runs.stream().map(SeedRun::seed).toList();
  }

  /** A figure over the runs. */
  public Spread spread(Figure figure) {
    return Spread.of(runs.stream().map(run -> figure.of(run.result())).toList());
  }

  /** The median over the runs of what each of them has. */
  public double median(ToDoubleFunction<SeedRun> value) {
    return Median.of(runs.stream().mapToDouble(value).toArray()).orElseThrow();
  }

  /** How much higher the median of a figure is here than there; empty where one is undefined. */
  OptionalDouble change(Figure figure, SeedRuns from) {
    OptionalDouble here = spread(figure).median();
    OptionalDouble there = from.spread(figure).median();
    return here.isPresent() && there.isPresent()
        ? OptionalDouble.of(here.getAsDouble() - there.getAsDouble())
        : OptionalDouble.empty();
  }
}
