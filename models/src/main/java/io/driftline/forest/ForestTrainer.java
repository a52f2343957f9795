package io.driftline.forest;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Grows isolation forests (Liu, Ting and Zhou 2008, algorithm 1). The same rows, settings and seed
 * give the same forest to the bit, on every JVM.
 */
public final class ForestTrainer {

  private ForestTrainer() {}

  /**
   * Grows a forest.
   *
   * @param rows at least one row of finite values, all of the same length; a single row counts
   *     twice, since nothing can be separated from nothing. Not changed
   * @param settings how to grow it; trees see all rows when there are fewer than the subsample
   * @param seed determines the forest together with the rows and settings
   * @throws IllegalArgumentException if there are no rows or no columns, rows differ in length, or
   *     a value is NaN or infinite
   */
  public static CompiledForest train(double[][] rows, ForestSettings settings, long seed) {
    double[][] valid = TrainingRows.validated(rows);
    int subsample = Math.min(settings.subsample(), valid.length);
    int heightLimit = PathLength.heightLimit(subsample);
    Draws draws = new Draws(new SplittableRandom(seed));
    Subsampler subsampler = new Subsampler(valid, subsample, draws);
    List<IsolationNode> roots =
        Stream.generate(() -> TreeGrower.grow(subsampler.next(), heightLimit, draws))
            .limit(settings.trees())
            .toList();
    return new CompiledForest(valid[0].length, subsample, roots);
  }
}
