package io.driftline.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The truth about how one agent's behaviour changed.
 *
 * @param agentId the agent
 * @param script {@code null} for a stable agent
 * @param onset the first instant of the change; {@code null} exactly if {@code script} is
 * @param end the instant from which on nothing changes further, not before {@code onset}: the
 *     entrance of the last item, the end of the growth or of the spike, or the onset itself of a
 *     sudden change; {@code null} exactly if {@code script} is
 * @param entrances what came into use, in order of {@code planned}
 * @param release when the agent's version changed; {@code null} if it did not
 */
public record DriftTruth(
    String agentId,
    DriftScript script,
    Instant onset,
    Instant end,
    List<Entrance> entrances,
    Instant release) {

  public DriftTruth {
    Objects.requireNonNull(agentId, "agentId");
    if ((script == null) != (onset == null) || (script == null) != (end == null)) {
      throw new IllegalArgumentException(
          "script, onset and end must be given together, were %s, %s and %s"
              .formatted(script, onset, end));
    }
    if (onset != null && end.isBefore(onset)) {
      throw new IllegalArgumentException(
          "end must not be before onset, was " + end + " with onset " + onset);
    }
    entrances = List.copyOf(entrances);
  }

  public boolean stable() {
    return script == null;
  }

  /** Half way from onset to end; {@code null} for a stable agent. */
  public Instant midpoint() {
    return stable() ? null : onset.plus(Duration.between(onset, end).dividedBy(2));
  }

  /** Whether the change began with a new version of the agent. */
  public boolean withRelease() {
    return !stable() && onset.equals(release);
  }
}
