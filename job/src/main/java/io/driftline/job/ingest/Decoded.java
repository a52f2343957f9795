package io.driftline.job.ingest;

import io.driftline.activity.AgentAction;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What became of one record: exactly one of the two components is present.
 *
 * @param action the decoded event, or {@code null}
 * @param deadLetter why there is none, or {@code null}
 */
public record Decoded(
    @TypeInfo(AgentActionSerializer.TypeFactory.class) AgentAction action, DeadLetter deadLetter) {

  public Decoded {
    if ((action == null) == (deadLetter == null)) {
      throw new IllegalArgumentException("exactly one of action and dead letter must be present");
    }
  }

  /** The result for a good record. */
  public static Decoded of(AgentAction action) {
    return new Decoded(action, null);
  }

  /** The result for a bad record. */
  public static Decoded of(DeadLetter deadLetter) {
    return new Decoded(null, deadLetter);
  }

  /** Whether the record was decoded. */
  public boolean isAction() {
    return action != null;
  }
}
