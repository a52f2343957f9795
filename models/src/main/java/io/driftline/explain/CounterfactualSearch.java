package io.driftline.explain;

import io.driftline.feature.Feature;
import io.driftline.feature.SessionSum;
import io.driftline.forest.ModelArtifact;
import io.driftline.forest.Scorer;
import io.driftline.forest.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the top contributor back to its usual value, one side at a time, until the score falls below
 * the alert line. Greedy: a smaller set may exist, but this one is found with a handful of
 * scorings. Whichever detector leads after a step names the next contributor, since the score is
 * the highest of them.
 */
final class CounterfactualSearch {

  private static final int MOST_SIDES = 6;

  private final ModelArtifact model;
  private final double alertLine;

  CounterfactualSearch(ModelArtifact model, double alertLine) {
    this.model = model;
    this.alertLine = alertLine;
  }

  /**
   * @param features as they were; not changed
   * @param verdict how they were scored
   */
  Counterfactual from(double[] features, Verdict verdict) {
    double[] vector = features.clone();
    List<Feature> changed = new ArrayList<>();
    Verdict left = verdict;
    for (int sides = 0; sides < MOST_SIDES && left.score() >= alertLine; sides++) {
      Optional<Feature> top = topContributor(vector, left, changed);
      if (top.isEmpty()) {
        break;
      }
      putBack(Sides.together(top.get()), vector, changed);
      left = Scorer.score(vector, model);
    }
    return new Counterfactual(changed, left.score());
  }

  private Optional<Feature> topContributor(
      double[] vector, Verdict verdict, List<Feature> changed) {
    return Contributions.rank(vector, verdict.lead(), model).stream()
        .map(Contribution::feature)
        .filter(feature -> !changed.contains(feature))
        .findFirst();
  }

  /** The session's sums gain from the other sides, so they fall with them. */
  private void putBack(List<Feature> side, double[] vector, List<Feature> changed) {
    double[] now = vector.clone();
    double[] before = SessionSum.allBefore(vector);
    for (Feature feature : side) {
      vector[feature.ordinal()] = Contributions.usual(feature, model);
      changed.add(feature);
    }
    for (SessionSum sum : SessionSum.values()) {
      if (side.contains(sum.feature())) {
        double usual = Contributions.usual(sum.feature(), model);
        before[sum.ordinal()] = Math.min(before[sum.ordinal()], usual);
      }
    }
    SessionSum.setAll(before, vector);
    for (SessionSum sum : SessionSum.values()) {
      int column = sum.feature().ordinal();
      vector[column] = Math.min(now[column], vector[column]);
    }
  }
}
