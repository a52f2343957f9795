package io.driftline.decide;

import io.driftline.activity.AgentAction;
import io.driftline.explain.Explainer;
import io.driftline.explain.Explanation;
import io.driftline.explain.Surroundings;
import io.driftline.feature.Sensitivity;
import io.driftline.feature.SensitivityTable;
import io.driftline.forest.ModelArtifact;
import io.driftline.forest.Verdict;
import io.driftline.posture.Standing;
import io.driftline.registry.Authority;
import java.util.Objects;

/**
 * Decides what is raised, and makes the anomaly of it. Pure: the same input gives the same. Not
 * thread-safe.
 */
public final class AlertPolicy {

  private final Thresholds thresholds;
  private final Sensitivity sensitivity;

  /**
   * A policy.
   *
   * @param sensitivity how much harm permissions can do
   */
  public AlertPolicy(Thresholds thresholds, SensitivityTable sensitivity) {
    this.thresholds = Objects.requireNonNull(thresholds, "thresholds");
    this.sensitivity = new Sensitivity(sensitivity);
  }

  /** The line for an action of an agent for which it is raised by so many points, 0 to 100. */
  public double line(double raise) {
    return Math.min(100, thresholds.alert() + raise);
  }

  /** Whether an action with this verdict reaches the line as it is for all agents. */
  public boolean isAtLine(Verdict verdict) {
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
   * @param authority with whose authority it was done; {@code null} where nobody judges that
   * @param standing what the registry says about the agent; {@code null} where it says nothing
   * @param surroundings what the baselines said before the action was learnt
   * @param verdict how it was scored, by {@code modelOrNull}
   * @param modelOrNull the model at hand; {@code null} while there is none
   * @param line the alert line that held for it, see {@link #line}
   */
  public Anomaly anomaly(
      AgentAction action,
      String sessionId,
      String cohort,
      boolean late,
      double[] features,
      Authority authority,
      Standing standing,
      Surroundings surroundings,
      Verdict verdict,
      ModelArtifact modelOrNull,
      double line) {
    Explanation explanation =
        Explainer.explain(action, cohort, surroundings, features, verdict, modelOrNull, line);
    return new Anomaly(
        Anomaly.idOf(action),
        action.time(),
        action,
        sessionId,
        cohort,
        late,
        verdict,
        line,
        authority,
        AnomalySeverity.of(
            verdict.shownScore(), action, sensitivity.of(action), authority, standing),
        explanation,
        verdict.modelId() == null ? null : modelOrNull.provenance());
  }
}
