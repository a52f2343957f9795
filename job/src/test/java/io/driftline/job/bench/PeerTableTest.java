package io.driftline.job.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.evaluate.Evaluation;
import io.driftline.job.evaluate.Labels;
import io.driftline.job.evaluate.Phase;
import io.driftline.job.evaluate.ScoredEvent;
import io.driftline.job.evaluate.SeedRun;
import io.driftline.job.evaluate.SeedRuns;
import io.driftline.job.evaluate.SessionLabel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeerTableTest {

  private static final Labels LABELS =
      Labels.of(
          List.of(
              new SessionLabel("calm", "a", Phase.TEST, false, Set.of(), null),
              new SessionLabel("hit", "a", Phase.TEST, true, Set.of("h"), null)));

  private static SeedRun run(long seed, double malicious) {
    List<ScoredEvent> events =
        List.of(
            new ScoredEvent("c", "a", "calm", 5, false),
            new ScoredEvent("h", "a", "hit", malicious, false));
    return new SeedRun(seed, Evaluation.of(events, LABELS), 0);
  }

  @Test
  void showsTheMedianAndTheSpreadWhereThereIsAny() {
    SeedRuns varying = new SeedRuns(List.of(run(1, 9), run(2, 5), run(3, 1)));

    assertThat(PeerTable.of(Map.of("one", varying)).lines().toList().get(2))
        .startsWith("| one | 0.500 (0.000–1.000) | 0.500 (0.500–1.000) | 0.000 (0.000–1.000) |");
    assertThat(PeerTable.of(Map.of("two", new SeedRuns(List.of(run(1, 9))))))
        .contains("| two | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 |");
  }
}
