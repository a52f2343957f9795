package io.driftline.incident;

import io.driftline.decide.Anomaly;
import io.driftline.posture.Finding;
import io.driftline.posture.PostureRule;
import io.driftline.posture.Severity;
import java.util.EnumSet;
import java.util.Set;

/**
 * How much a signal counts as evidence. An incident is told when its signals weigh as much as
 * {@link IncidentSettings#evidence} together, so that one odd action, which is mostly harmless,
 * calls nobody unless it can do lasting harm by itself.
 *
 * <table>
 *   <caption>Weights</caption>
 *   <tr><th>signal</th><th>weight</th></tr>
 *   <tr><td>finding that the requester has left or is disabled, or that a rotated credential was
 *     used</td><td>1</td></tr>
 *   <tr><td>other finding about a use, of medium severity or worse; findings of one incident
 *     weigh as much as the heaviest, since one use can break several rules</td><td>1/2</td></tr>
 *   <tr><td>finding that holds whatever the agent does, and mild ones: they have a topic and a
 *     life cycle of their own</td><td>0</td></tr>
 *   <tr><td>drift of medium severity</td><td>1</td></tr>
 *   <tr><td>anomaly of high severity or worse, whose permission is as harmful as can be (to
 *     transfer, delete, execute, administer)</td><td>1</td></tr>
 *   <tr><td>any other anomaly</td><td>1/2</td></tr>
 *   <tr><td>anomaly of an agent whose baseline is not half warm, of whatever kind</td>
 *     <td>1/5</td></tr>
 *   <tr><td>mild drift</td><td>1/4</td></tr>
 * </table>
 */
final class SignalWeight {

  private static final Set<PostureRule> GRAVE =
      EnumSet.of(PostureRule.REQUESTER_NOT_ACTIVE, PostureRule.ROTATED_CREDENTIAL_USED);

  private static final double WHOLE = 1;
  private static final double ONE_OF_TWO = 0.5;
  private static final double ONE_OF_FOUR = 0.25;
  private static final double ONE_OF_FIVE = 0.2;
  private static final double MOST_HARMFUL = 1;
  private static final double HALF_WARM = 0.5;

  private SignalWeight() {}

  static double of(Anomaly anomaly) {
    if (anomaly.explanation().maturity() < HALF_WARM) {
      return ONE_OF_FIVE;
    }
    boolean grave =
        anomaly.severity().severity().compareTo(Severity.HIGH) >= 0
            && anomaly.severity().sensitivity() >= MOST_HARMFUL;
    return grave ? WHOLE : ONE_OF_TWO;
  }

  static double ofDrift(Severity severity) {
    return severity.compareTo(Severity.MEDIUM) >= 0 ? WHOLE : ONE_OF_FOUR;
  }

  static double of(Finding finding) {
    if (GRAVE.contains(finding.rule())) {
      return WHOLE;
    }
    boolean counts =
        finding.severity().compareTo(Severity.MEDIUM) >= 0 && !finding.evidence().isEmpty();
    return counts ? ONE_OF_TWO : 0;
  }
}
