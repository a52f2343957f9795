package io.driftline.incident;

import io.driftline.decide.Anomaly;
import io.driftline.explain.Contribution;
import io.driftline.feature.Feature;
import io.driftline.feature.SensitivityTable;
import io.driftline.posture.Finding;
import io.driftline.posture.PostureRule;
import io.driftline.posture.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How much a signal counts as evidence. An incident is told when its signals weigh as much as
 * {@link IncidentSettings#evidence} together: one odd action is mostly harmless, several that agree
 * are not. Chosen on simulated enterprises, see docs/alerts.md.
 *
 * <table>
 *   <caption>Weights</caption>
 *   <tr><th>signal</th><th>weight</th></tr>
 *   <tr><td>anomaly: by the uncapped score s, which is −25·log10 p; what is less rare than one in
 *     250 weighs nothing, and each further factor of ten 0.23</td>
 *     <td>(s − 60) / 110, in [0, 1]</td></tr>
 *   <tr><td>anomaly of an agent whose baseline is not half warm</td><td>2/5 of that</td></tr>
 *   <tr><td>anomaly carried by an unusually long silence before it, warm or not</td><td>1</td></tr>
 *   <tr><td>drift of medium severity; mild drift</td><td>1; 1/4</td></tr>
 *   <tr><td>finding that the requester has left or is disabled, that a rotated credential was
 *     used, that the agent was dormant (unless mild), or that a permission as harmful as can be was used without a grant</td><td>1</td></tr>
 *   <tr><td>other finding about a use, of medium severity or worse, but for an incomplete record:
 *     for each use, whatever rules it breaks</td><td>1/6</td></tr>
 *   <tr><td>finding that holds whatever the agent does, and mild ones: they have a topic and a
 *     life cycle of their own</td><td>0</td></tr>
 * </table>
 */
final class SignalWeight {

  private static final Set<PostureRule> GRAVE =
      EnumSet.of(PostureRule.REQUESTER_NOT_ACTIVE, PostureRule.ROTATED_CREDENTIAL_USED);

  private static final double WHOLE = 1;
  private static final double MILD_DRIFT = 0.25;
  private static final double ONE_USE = 1 / 6.0;
  private static final double WEIGHTLESS_SCORE = 60;
  private static final double POINTS_FOR_WHOLE = 110;
  private static final double COLD = 0.4;
  private static final double HALF_WARM = 0.5;
  private static final double MOST_HARMFUL = 1;

  private SignalWeight() {}

  static double of(Anomaly anomaly) {
    if (isAwakening(anomaly.explanation().contributions())) {
      return WHOLE;
    }
    double rarity = (anomaly.verdict().score() - WEIGHTLESS_SCORE) / POINTS_FOR_WHOLE;
    double weight = Math.min(WHOLE, Math.max(0, rarity));
    return anomaly.explanation().maturity() < HALF_WARM ? COLD * weight : weight;
  }

  static double ofDrift(Severity severity) {
    return severity.compareTo(Severity.MEDIUM) >= 0 ? WHOLE : MILD_DRIFT;
  }

  static double of(Finding finding) {
    if (GRAVE.contains(finding.rule())) {
      return WHOLE;
    }
    boolean accuses =
        finding.severity().compareTo(Severity.MEDIUM) >= 0
            && finding.rule() != PostureRule.INCOMPLETE_RECORD
            && !finding.evidence().isEmpty();
    if (!accuses) {
      return 0;
    }
    boolean wakes = finding.rule() == PostureRule.DORMANT_AGENT_USED;
    return wakes || isHarmfulWithoutGrant(finding) ? WHOLE : ONE_USE;
  }

  /** An agent that long did nothing has forgotten what is usual, so it would never be warm. */
  private static boolean isAwakening(List<Contribution> contributions) {
    return !contributions.isEmpty() && contributions.get(0).feature() == Feature.SILENCE;
  }

  private static boolean isHarmfulWithoutGrant(Finding finding) {
    String permission = finding.subject().permission();
    return finding.rule() == PostureRule.NO_GRANT
        && permission != null
        && SensitivityTable.shipped().levelOf(permission) >= MOST_HARMFUL;
  }
}
