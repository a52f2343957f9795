package io.driftline.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeerRanksTest {

  private static final int AGENTS = 6;
  private static final int WEEKS = 5;

  @Test
  void theLargestDeviationIsOneOfAllWeeksOfAllAgents() {
    List<double[]> histories = noise(1);
    histories.get(2)[0] += 1;
    PeerRanks ranks = new PeerRanks(histories);
    assertEquals(1.0 / (AGENTS * WEEKS), ranks.significance(histories.get(2)));
    assertEquals(1, ranks.significance(new double[] {-5, 0, 0, 0, 0}), 0.05);
  }

  @Test
  void isSignificantByChanceNoMoreOftenThanItSays() {
    int tests = 0;
    int significant = 0;
    for (long seed = 0; seed < 500; seed++) {
      List<double[]> histories = noise(seed);
      PeerRanks ranks = new PeerRanks(histories);
      for (double[] weeks : histories) {
        tests++;
        significant += ranks.significance(weeks) <= 0.1 ? 1 : 0;
      }
    }
    assertEquals(0.1, (double) significant / tests, 0.015);
  }

  @Test
  void agentsWithTooFewWeeksAreNoMeasureAndNotMeasured() {
    PeerRanks ranks = new PeerRanks(List.of(new double[] {0.9, 0.1}, new double[] {0.2, 0.1, 0.1}));
    assertEquals(1, ranks.significance(new double[] {0.9, 0.1}));
    assertTrue(ranks.significance(new double[] {0.9, 0.1, 0.1}) <= 1.0 / 3);
  }

  private static List<double[]> noise(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, AGENTS).mapToObj(i -> random.doubles(WEEKS).toArray()).toList();
  }
}
