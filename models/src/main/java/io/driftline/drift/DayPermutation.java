package io.driftline.drift;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Tests whether the days of the recent window differ from those of the reference, by permuting
 * days: the actions of a session depend on each other, and those of a day too; days of one kind can
 * change places if nothing has changed (P. Good, <i>Permutation, parametric, and bootstrap tests of
 * hypotheses</i>, 2005). Working days change places with working days only, so that the rhythm of
 * the week is no difference. One wild day never is significant: it lies in the recent window of as
 * many permutations as chance puts it there.
 *
 * <p>Stops early when the answer is clear: p = h/n when h of n permutations were as extreme (J.
 * Besag and P. Clifford, <i>Sequential Monte Carlo p-values</i>, Biometrika 1991).
 */
final class DayPermutation {

  /** As many as extreme settle it. */
  private static final int ENOUGH = 10;

  /** After so many it is clear whether the effect is too small to matter. */
  private static final int FIRST_LOOK = 50;

  private final MixWindow window;
  private final int recent;
  private final int[] total;

  private DayPermutation(MixWindow window, long recentFrom) {
    this.window = window;
    this.recent = (int) (recentFrom - window.from());
    this.total = window.sum(window.from(), window.to());
  }

  /**
   * What the test found.
   *
   * @param p the p-value, in (0, 1]
   * @param usual mean divergence of the permutations, in bits: what chance alone gives
   */
  record Result(double p, double usual) {}

  /**
   * Tests the days from {@code recentFrom} on against those before.
   *
   * @param observed their divergence, in bits
   * @param least the divergence beyond chance, in bits, below which it does not matter
   * @param permutations the most to draw
   * @param seed of the draws
   */
  static Result test(
      MixWindow window,
      long recentFrom,
      double observed,
      double least,
      int permutations,
      long seed) {
    return new DayPermutation(window, recentFrom)
        .run(observed, least, permutations, new SplittableRandom(seed));
  }

  private Result run(double observed, double least, int permutations, SplittableRandom random) {
    int[] working = days(true);
    int[] free = days(false);
    double sum = 0;
    int extreme = 0;
    int drawn = 0;
    while (drawn < permutations && extreme < ENOUGH) {
      double divergence = draw(working, free, random);
      sum += divergence;
      extreme += divergence >= observed ? 1 : 0;
      drawn++;
      if (drawn == FIRST_LOOK && observed - sum / drawn < least) {
        break;
      }
    }
    boolean early = extreme == ENOUGH;
    double p = early ? (double) extreme / drawn : (extreme + 1.0) / (drawn + 1);
    return new Result(p, sum / drawn);
  }

  /** The divergence when as many days of each kind as are recent are taken by chance. */
  private double draw(int[] working, int[] free, SplittableRandom random) {
    int[] sample = new int[total.length];
    take(working, random, sample);
    take(free, random, sample);
    int[] rest = total.clone();
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= sample[i];
    }
    boolean empty = JensenShannon.total(sample) == 0 || JensenShannon.total(rest) == 0;
    return empty ? 0 : JensenShannon.divergence(sample, rest);
  }

  /** The first places of a shuffle (R. Durstenfeld, 1964) are a sample without replacement. */
  private void take(int[] days, SplittableRandom random, int[] sample) {
    int wanted = (int) IntStream.of(days).filter(day -> day >= recent).count();
    for (int i = 0; i < wanted; i++) {
      int j = i + random.nextInt(days.length - i);
      int day = days[j];
      days[j] = days[i];
      days[i] = day;
      MixWindow.add(window.counts()[day], sample);
    }
  }

  private int[] days(boolean working) {
    return IntStream.range(0, window.counts().length)
        .filter(day -> CalendarDay.isWorking(window.from() + day) == working)
        .toArray();
  }
}
