package io.driftline.decide;

import io.driftline.activity.AgentAction;
import io.driftline.explain.Explainer;
import io.driftline.explain.Explanation;
import io.driftline.explain.Surroundings;
import io.driftline.feature.Sensitivity;
import io.driftline.feature.SensitivityTable;
import io.driftline.forest.Detector;
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

  private static final Detector[] DETECTORS = Detector.values();
  private static final double HIGHEST_LINE = 100;

  private final Thresholds thresholds;
  private final ThresholdPolicy policy;
  private final Sensitivity sensitivity;

  /**
   * The same line for all.
   *
   * @param sensitivity how much harm permissions can do
   */
  public AlertPolicy(Thresholds thresholds, SensitivityTable sensitivity) {
    this(thresholds, ThresholdPolicy.NONE, sensitivity);
  }

  /**
   * A policy.
   *
   * @param thresholds the line where {@code policy} has no rule
   * @param policy what people set
   * @param sensitivity how much harm permissions can do, where {@code policy} does not say
   */
  public AlertPolicy(Thresholds thresholds, ThresholdPolicy policy, SensitivityTable sensitivity) {
    this.thresholds = Objects.requireNonNull(thresholds, "thresholds");
    this.policy = Objects.requireNonNull(policy, "policy");
    this.sensitivity = new Sensitivity(policy.over(sensitivity));
  }

  /** Whether the kind of agents makes a difference. */
  public boolean asksForKind() {
    return policy.asksForKind();
  }

  /**
   * Whether an action is raised: whether the score of any detector reaches that detector's line. So
   * a line that was raised for one detector hides nothing that another says.
   *
   * @param raise by how much every line is raised for the agent, at least 0; never beyond 100
   */
  public Decision decide(LineSubject subject, Verdict verdict, double raise) {
    return policy.hasNoRules()
        ? decided(verdict.lead(), verdict.score(), thresholds.alert(), raise)
        : farthest(subject, verdict, raise);
  }

  private Decision farthest(LineSubject subject, Verdict verdict, double raise) {
    Decision best = null;
    double most = Double.NEGATIVE_INFINITY;
    boolean atLine = false;
    for (int i = 0; i <= DETECTORS.length; i++) {
      // The lead first: of equal ones it decides.
      Detector detector = i == 0 ? verdict.lead() : DETECTORS[i - 1];
      double score = verdict.scoreOf(detector);
      double line = policy.line(subject, detector, thresholds.alert());
      Decision decision = decided(detector, score, line, raise);
      atLine |= decision.atLine();
      if (score - decision.line() > most) {
        most = score - decision.line();
        best = decision;
      }
    }
    return new Decision(best.detector(), best.line(), best.alert(), atLine);
  }

  private static Decision decided(Detector detector, double score, double line, double raise) {
    double raised = Math.min(HIGHEST_LINE, line + raise);
    return new Decision(detector, raised, score >= raised, score >= line);
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
   * @param line the alert line that held for it, see {@link #decide}
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
