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
import java.util.function.ToDoubleFunction;

/**
 * Decides what is raised, and makes the anomaly of it. Pure: the same input gives the same. Not
 * thread-safe.
 */
public final class AlertPolicy {

  private static final Detector[] DETECTORS = Detector.values();
  private static final double HIGHEST_LINE = 100;
  private static final ToDoubleFunction<Detector> NO_FEEDBACK = detector -> 0;

  /** More than any score that ever occurs. */
  private static final double ALERTS_FIRST = 1e9;

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
        ? decided(verdict.lead(), verdict.score(), thresholds.alert(), raise, 0)
        : farthest(subject, verdict, raise, NO_FEEDBACK);
  }

  /**
   * The same, where people said of such actions what was found out about them.
   *
   * @param raise by how much every line is raised for the agent, at least 0; never beyond 100
   * @param feedback by how much the line of a detector is raised besides, at least 0; a line beyond
   *     100 is reached by no score, since scores show up to 100
   */
  public Decision decide(
      LineSubject subject, Verdict verdict, double raise, ToDoubleFunction<Detector> feedback) {
    return farthest(subject, verdict, raise, feedback);
  }

  private Decision farthest(
      LineSubject subject, Verdict verdict, double raise, ToDoubleFunction<Detector> feedback) {
    Decision best = null;
    double most = Double.NEGATIVE_INFINITY;
    boolean atLine = false;
    for (int i = 0; i <= DETECTORS.length; i++) {
      // The lead first: of equal ones it decides.
      Detector detector = i == 0 ? verdict.lead() : DETECTORS[i - 1];
      double score = verdict.scoreOf(detector);
      double line = policy.line(subject, detector, thresholds.alert());
      Decision decision = decided(detector, score, line, raise, feedback.applyAsDouble(detector));
      atLine |= decision.atLine();
      double over = score - decision.line() + (decision.alert() ? ALERTS_FIRST : 0);
      if (over > most) {
        most = over;
        best = decision;
      }
    }
    return new Decision(best.detector(), best.line(), best.alert(), atLine);
  }

  /** What people found harmless does not count as reaching the line either. */
  private static Decision decided(
      Detector detector, double score, double line, double raise, double feedback) {
    double raised = Math.min(HIGHEST_LINE, line + raise);
    return feedback == 0
        ? new Decision(detector, raised, score >= raised, score >= line)
        : muted(detector, Math.min(HIGHEST_LINE, score), line, raised, feedback);
  }

  private static Decision muted(
      Detector detector, double shown, double line, double raised, double feedback) {
    return new Decision(
        detector,
        Math.min(HIGHEST_LINE, raised + feedback),
        shown >= raised + feedback,
        shown >= line + feedback);
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
