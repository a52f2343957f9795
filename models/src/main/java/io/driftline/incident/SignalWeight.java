package io.driftline.incident;

import io.driftline.decide.Anomaly;
import io.driftline.posture.Severity;

/**
 * How much a signal counts as evidence. An incident is told when its signals weigh as much as
 * {@link IncidentSettings#evidence} together, so that one odd action, which is mostly harmless,
 * calls nobody unless it can do lasting harm by itself.
 *
 * <table>
 *   <caption>Weights</caption>
 *   <tr><th>signal</th><th>weight</th></tr>
 *   <tr><td>finding of medium severity or worse</td><td>1</td></tr>
 *   <tr><td>drift of medium severity</td><td>1</td></tr>
 *   <tr><td>anomaly of high severity or worse, whose permission is as harmful as can be (to
 *     transfer, delete, execute, administer)</td><td>1</td></tr>
 *   <tr><td>any other anomaly</td><td>1/2</td></tr>
 *   <tr><td>anomaly of an agent whose baseline is not half warm, of whatever kind</td>
 *     <td>1/5</td></tr>
 *   <tr><td>mild finding: a review is overdue, a grant is not used</td><td>0</td></tr>
 *   <tr><td>mild drift</td><td>1/4</td></tr>
 * </table>
 */
final class SignalWeight {

  static final double WHOLE = 1;
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

  static double ofFinding(Severity severity) {
    return severity.compareTo(Severity.MEDIUM) >= 0 ? WHOLE : 0;
  }
}
