package io.driftline.drift;

import io.driftline.activity.Agent;
import io.driftline.baseline.Hash64;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A drift of an agent, as it is told.
 *
 * @param id 16 hexadecimal digits, the same whenever the same drift is found
 * @param agent as its latest action stated it, or its record if it is about what it is granted
 * @param cohort the agent's peers
 * @param signal what was found
 * @param summary one sentence with numbers
 */
public record DriftEvent(
    String id, Agent agent, String cohort, DriftSignal signal, String summary) {

  public DriftEvent {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(cohort, "cohort");
    Objects.requireNonNull(signal, "signal");
    Objects.requireNonNull(summary, "summary");
  }

  /** The event for a signal of this agent. */
  public static DriftEvent of(Agent agent, String cohort, DriftSignal signal) {
    return new DriftEvent(
        idOf(agent.id(), signal), agent, cohort, signal, DriftSentence.of(agent.id(), signal));
  }

  private static String idOf(String agentId, DriftSignal signal) {
    long topic = Hash64.of(signal.kind().code() + "/" + signal.dimension().code());
    long what = Hash64.pair(Hash64.of(agentId), topic);
    return HexFormat.of().toHexDigits(Hash64.pair(what, signal.found()));
  }
}
