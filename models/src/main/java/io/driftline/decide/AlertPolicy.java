package io.driftline.decide;

import io.driftline.activity.AgentAction;
import io.driftline.explain.Explainer;
import io.driftline.explain.Explanation;
import io.driftline.explain.Surroundings;
import io.driftline.forest.ModelArtifact;
import io.driftline.forest.Verdict;
import java.util.Objects;

/** Decides what is raised, and makes the anomaly of it. Pure: the same input gives the same. */
public final class AlertPolicy {

  private final Thresholds thresholds;

  public AlertPolicy(Thresholds thresholds) {
    this.thresholds = Objects.requireNonNull(thresholds, "thresholds");
  }

  /** Whether an action with this verdict is raised. */
  public boolean isAlert(Verdict verdict) {
    return verdict.score() >= thresholds.alert();
  }

  /**
   * The anomaly that an action is, whether or not it reaches the alert line.
   *
   * @param action what was done
   * @param sessionId the session it belongs to, stated or derived
   * @param cohort the agent's peers
   * @param late whether it came after the watermark had passed its time
   * @param features the vector that was scored
   * @param surroundings what the baselines said before the action was learnt
   * @param verdict how it was scored, by {@code modelOrNull}
   * @param modelOrNull the model at hand; {@code null} while there is none
   */
  public Anomaly anomaly(
      AgentAction action,
      String sessionId,
      String cohort,
      boolean late,
      double[] features,
      Surroundings surroundings,
      Verdict verdict,
      ModelArtifact modelOrNull) {
    Explanation explanation =
        Explainer.explain(
            action, cohort, surroundings, features, verdict, modelOrNull, thresholds.alert());
    return new Anomaly(
        Anomaly.idOf(action),
        action.time(),
        action,
        sessionId,
        cohort,
        late,
        verdict,
        Severity.of(verdict.shownScore(), action.agent().kind()),
        explanation,
        verdict.modelId() == null ? null : modelOrNull.provenance());
  }
}
