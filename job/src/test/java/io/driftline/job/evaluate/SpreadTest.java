package io.driftline.job.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void ofAnOddNumberOfRunsTakesTheMiddleOne() {
    Spread spread = spread(0.95, 0.91, 0.97, 0.96, 0.80);

    assertThat(spread.median()).hasValue(0.95);
    assertThat(spread.min()).hasValue(0.80);
    assertThat(spread.max()).hasValue(0.97);
  }

  @Test
  void ofAnEvenNumberOfRunsTakesTheMeanOfTheMiddleTwo() {
    assertThat(spread(4, 1, 3, 10).median()).hasValueCloseTo(3.5, within(1e-12));
  }

  @Test
  void ofOneRunIsThatRun() {
    Spread one = spread(0.5);

    assertThat(List.of(one.median(), one.min(), one.max())).containsOnly(OptionalDouble.of(0.5));
  }

  @Test
  void leavesOutRunsInWhichTheFigureIsUndefined() {
    Spread spread =
        Spread.of(List.of(OptionalDouble.empty(), OptionalDouble.of(3), OptionalDouble.of(1)));

    assertThat(spread).isEqualTo(spread(1, 3));
    assertThat(spread.median()).hasValue(2);
  }

  @Test
  void isEmptyIfTheFigureIsDefinedInNoRun() {
    Spread spread = Spread.of(List.of(OptionalDouble.empty()));

    assertThat(List.of(spread.median(), spread.min(), spread.max()))
        .containsOnly(OptionalDouble.empty());
  }

  private static Spread spread(double... runs) {
    return Spread.of(Arrays.stream(runs).mapToObj(OptionalDouble::of).toList());
  }
}
