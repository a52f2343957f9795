package io.driftline.posture;

import io.driftline.activity.AgentKind;
import io.driftline.feature.SensitivityTable;
import io.driftline.posture.BlastRadius.Reach;
import io.driftline.registry.AgentRecord;
import java.time.Instant;
import java.util.Objects;

/**
 * An agent as its findings name it: by what the registry says, since what an event says of its own
 * agent could be a lie.
 *
 * @param id the agent's id
 * @param kind who stands behind it; {@code null} when not registered or not said
 * @param owner who answers for it; {@code null} when nobody is named
 * @param reach how far its grants reach; {@code null} when it is not registered, or its grants are
 *     not declared
 */
public record JudgedAgent(String id, AgentKind kind, String owner, Reach reach) {

  public JudgedAgent {
    Objects.requireNonNull(id, "id");
  }

  /** An agent of which the registry says nothing. */
  public static JudgedAgent unregistered(String id) {
    return new JudgedAgent(id, null, null, null);
  }

  /**
   * The agent as its record describes it at an instant.
   *
   * @param recordOrNull {@code null} if it is not registered
   */
  public static JudgedAgent of(
      String id, AgentRecord recordOrNull, Instant time, SensitivityTable sensitivity) {
    return recordOrNull == null
        ? unregistered(id)
        : new JudgedAgent(
            id, recordOrNull.kind(), recordOrNull.owner(), reach(recordOrNull, time, sensitivity));
  }

  private static Reach reach(AgentRecord record, Instant time, SensitivityTable sensitivity) {
    return record.grants() == null
        ? null
        : BlastRadius.of(record.rightsAt(time), sensitivity).reach();
  }
}
