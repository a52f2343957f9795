package io.driftline.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTest {

  @Test
  void isSplitMix64() {
    Dice dice = new Dice(1234567);
    assertThat(dice.nextLong()).isEqualTo(6457827717110365317L);
    assertThat(dice.nextLong()).isEqualTo(3203168211198807973L);
    assertThat(Long.toUnsignedString(dice.nextLong())).isEqualTo("9817491932198370423");
  }

  @Test
  void staysWithinItsBounds() {
    Dice dice = new Dice(1);
    for (int i = 0; i < 10_000; i++) {
      assertThat(dice.uniform()).isBetween(0.0, Math.nextDown(1.0));
      assertThat(dice.below(7)).isBetween(0, 6);
      assertThat(dice.between(3, 4)).isBetween(3, 4);
      assertThat(dice.skewed(5)).isBetween(0, 4);
      assertThat(dice.skewed(1)).isZero();
    }
  }

  @Test
  void skewedRanksFollowZipf() {
    Dice dice = new Dice(2);
    long first = IntStream.range(0, 100_000).filter(i -> dice.skewed(100) == 0).count();
    // P(rank 0) = ln 2 / ln 101.
    assertThat(first / 100_000.0).isCloseTo(0.1502, within(0.005));
  }

  @Test
  void poissonHasItsMeanOnBothSidesOfTheApproximation() {
    for (double mean : new double[] {0.5, 5, 29, 30, 400}) {
      Dice dice = new Dice(3);
      double average = IntStream.range(0, 20_000).map(i -> dice.poisson(mean)).average().orElse(0);
      assertThat(average).isCloseTo(mean, within(4 * Math.sqrt(mean / 20_000)));
    }
  }

  @Test
  void gaussianHasUnitSpread() {
    Dice dice = new Dice(4);
    double[] draws = IntStream.range(0, 50_000).mapToDouble(i -> dice.gaussian()).toArray();
    assertThat(IntStream.range(0, draws.length).mapToDouble(i -> draws[i]).average().orElse(9))
        .isCloseTo(0, within(0.02));
    assertThat(IntStream.range(0, draws.length).filter(i -> Math.abs(draws[i]) < 1).count())
        .isBetween(33_600L, 34_700L);
  }
}
