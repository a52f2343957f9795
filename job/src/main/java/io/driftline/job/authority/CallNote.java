package io.driftline.job.authority;

import io.driftline.activity.AgentAction;
import io.driftline.posture.Call;
import java.util.Objects;

/**
 * What the others of a trace learn from one action: who had called or asked the agent that acted.
 *
 * @param traceId the trace; the key of the stage
 * @param call who acted, and for whom
 */
public record CallNote(String traceId, Call call) {

  public CallNote {
    Objects.requireNonNull(traceId, "traceId");
    Objects.requireNonNull(call, "call");
  }

  static CallNote of(AgentAction action) {
    return new CallNote(action.traceId(), Call.of(action));
  }
}
