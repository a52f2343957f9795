package io.driftline.job.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether a line that one week suggests keeps to the budget in the next. Prints each figure;
 * docs/backtest.md has those of more seeds: {@code -Ddriftline.suggestion.seeds=8}.
 */
@Timeout(1200)
class SuggestedLinesITCase {

  private static final int SEEDS = Integer.getInteger("driftline.suggestion.seeds", 2);
  private static final int AGENTS = Integer.getInteger("driftline.suggestion.agents", 36);
  private static final List<Double> BUDGETS = List.of(2.0, 5.0, 10.0, 20.0, 50.0);

  @TempDir private Path folder;

  @Test
  void theFollowingWeekKeepsToTheBudgetAsFarAsChanceLetsIt() throws Exception {
    Map<Double, List<FollowingWeek>> byBudget = new TreeMap<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      Path files = Files.createDirectory(folder.resolve("seed-" + seed));
      for (FollowingWeek week : FollowingWeek.of(seed, AGENTS, BUDGETS, files)) {
        System.out.printf("seed %d, %s%n", seed, week);
        if (!Double.isNaN(week.line())) {
          byBudget.computeIfAbsent(week.budget(), budget -> new ArrayList<>()).add(week);
        }
      }
    }
    assertThat(byBudget).containsKey(5.0);
    byBudget.forEach(SuggestedLinesITCase::requireNear);
  }

  /** A week of few alerts, which come in bursts, cannot be foretold better. */
  private static void requireNear(double budget, List<FollowingWeek> weeks) {
    double mean = weeks.stream().mapToDouble(FollowingWeek::error).average().orElseThrow();
    assertThat(mean).as("%s a day: %s", budget, weeks).isBetween(-0.5, 0.5);
  }
}
