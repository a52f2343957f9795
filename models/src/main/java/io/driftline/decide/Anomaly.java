package io.driftline.decide;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.Hash64;
import io.driftline.explain.Explanation;
import io.driftline.forest.Provenance;
import io.driftline.forest.Verdict;
import io.driftline.registry.Authority;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;

/**
 * An action that was raised, with all that is needed to judge it.
 *
 * @param id 16 hexadecimal digits, see {@link #idOf}
 * @param time when the action happened
 * @param action what was done
 * @param sessionId the session it belongs to, stated or derived
 * @param cohort the agent's peers
 * @param late whether it came after the watermark had passed its time
 * @param verdict how it was scored
 * @param line the alert line that held for the agent, 0 to 100
 * @param authority with whose authority it was done; {@code null} where nobody judges that
 * @param severity how soon somebody should look, and what made it worse
 * @param explanation why it was raised
 * @param model where the model came from; {@code null} if there was none
 */
public record Anomaly(
    String id,
    Instant time,
    AgentAction action,
    String sessionId,
    String cohort,
    boolean late,
    Verdict verdict,
    double line,
    Authority authority,
    AnomalySeverity severity,
    Explanation explanation,
    Provenance model) {

  public Anomaly {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(sessionId, "sessionId");
    Objects.requireNonNull(cohort, "cohort");
    Objects.requireNonNull(verdict, "verdict");
    if (!(line >= 0 && line <= 100)) {
      throw new IllegalArgumentException("line must lie in [0, 100], was " + line);
    }
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(explanation, "explanation");
  }

  /** The id of the anomaly that this action is: a replay finds the same. */
  public static String idOf(AgentAction action) {
    long event = Hash64.pair(Hash64.of(action.agentId()), Hash64.of(action.eventId()));
    return HexFormat.of().toHexDigits(Hash64.pair(event, Hash64.of("anomaly")));
  }
}
