package io.driftline.job.evaluate;

import java.util.List;
import java.util.Objects;

/**
 * An evaluation, put into words for people and into JSON for machines.
 *
 * @param runs one for each seed, with all features
 * @param ablations those without one group of features each; empty if not asked for
 */
public record EvaluationReport(SeedRuns runs, List<AblatedRuns> ablations) {

  public EvaluationReport {
    Objects.requireNonNull(runs, "runs");
    ablations = List.copyOf(ablations);
  }

  /**
   * One screen of aligned text, each line ended by a line feed: the run in detail if there is one,
   * else median and spread of each figure; then what leaving out each group changes.
   */
  public String text() {
    String measured =
        runs.runs().size() == 1
            ? new EvaluationText(runs.first().result(), runs.first().seconds()).toString()
            : new SpreadText(runs).toString();
    return ablations.isEmpty() ? measured : measured + new AblationText(runs, ablations);
  }

  /** One JSON object on one line, see {@link EvaluationJson}. */
  public String json() {
    return EvaluationJson.of(this);
  }
}
