package io.driftline.job.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeedRunsTest {

  private static final Labels LABELS =
      Labels.of(
          List.of(
              new SessionLabel("calm", "a", Phase.TEST, false, Set.of(), null),
              new SessionLabel("hit", "a", Phase.TEST, true, Set.of("h1"), "theft")));

  /** Four harmless events below, between and above; the malicious one beats {@code beaten}. */
  static EvaluationResult result(int beaten, boolean alert) {
    Stream<ScoredEvent> calm =
        IntStream.range(0, 4).mapToObj(i -> new ScoredEvent("c" + i, "a", "calm", i, false));
    ScoredEvent hit = new ScoredEvent("h1", "a", "hit", beaten - 0.5, alert);
    return Evaluation.of(Stream.concat(calm, Stream.of(hit)).toList(), LABELS);
  }

  static SeedRuns runs(int... beaten) {
    return new SeedRuns(
        IntStream.range(0, beaten.length)
            .mapToObj(i -> new SeedRun(42 + i, result(beaten[i], beaten[i] == 4), 1 + i))
            .toList());
  }

  @Test
  void reportsMedianAndSpreadOfEachFigure() {
    SeedRuns runs = runs(4, 2, 3);

    assertThat(runs.spread(Figure.EVENT_ROC_AUC).median()).hasValueCloseTo(0.75, within(1e-12));
    assertThat(runs.spread(Figure.EVENT_ROC_AUC).min()).hasValueCloseTo(0.5, within(1e-12));
    assertThat(runs.spread(Figure.EVENT_ROC_AUC).max()).hasValueCloseTo(1.0, within(1e-12));
    assertThat(runs.spread(Figure.FOUND).median()).hasValue(0);
    assertThat(runs.spread(Figure.FOUND).max()).hasValue(1);
    assertThat(runs.spread(Figure.ALERTS).max()).hasValue(200);
    assertThat(runs.seeds()).containsExactly(42L, 43L, 44L);
    assertThat(runs.median(SeedRun::seconds)).isEqualTo(2);
  }

  @Test
  void delayIsThatOfTheRunsThatFoundSomething() {
    assertThat(runs(4, 2, 3).spread(Figure.EVENTS_TO_ALERT).median()).hasValue(0);
    assertThat(runs(2).spread(Figure.EVENTS_TO_ALERT).median()).isEmpty();
  }

  @Test
  void changeIsTheDifferenceOfTheMedians() {
    SeedRuns all = runs(4, 3, 4);
    SeedRuns less = runs(3, 2, 2);

    assertThat(less.change(Figure.EVENT_ROC_AUC, all)).hasValueCloseTo(-0.5, within(1e-12));
    assertThat(less.change(Figure.EVENTS_TO_ALERT, all)).isEmpty();
  }

  @Test
  void atLeastOneRunIsNeeded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SeedRuns(List.of()))
        .withMessageContaining("at least one run");
  }

  @Test
  void secondsMustBeATimeThatPassed() {
    EvaluationResult result = result(1, false);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SeedRun(1, result, -1))
        .withMessageContaining("-1");
  }
}
