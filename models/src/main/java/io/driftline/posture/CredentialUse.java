package io.driftline.posture;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.List;
import java.util.Objects;

/**
 * That an agent used a credential, once or more often within one minute of event time.
 *
 * @param agent who used it
 * @param credential the credential's id
 * @param type of the credential, for example {@code api_key}; {@code null} when not said
 * @param first when first, epoch milliseconds
 * @param last when last, epoch milliseconds, in the same minute
 * @param lastEventId of the last use; of several at the same time the greatest
 * @param count how often, at least 1
 */
public record CredentialUse(
    JudgedAgent agent,
    String credential,
    String type,
    long first,
    long last,
    String lastEventId,
    long count) {

  private static final long MINUTE = 60_000;

  public CredentialUse {
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(credential, "credential");
    Objects.requireNonNull(lastEventId, "lastEventId");
    if (last < first || minuteEnd(first) != minuteEnd(last) || count < 1) {
      throw new IllegalArgumentException(
          "a credential is used at least once within a minute, was %d times from %d to %d"
              .formatted(count, first, last));
    }
  }

  /** The use that an action makes; {@code null} if it names no credential. */
  public static CredentialUse of(AgentAction action) {
    return action.credential() == null
        ? null
        : new CredentialUse(
            JudgedAgent.unregistered(action.agentId()),
            action.credential().id(),
            action.credential().type(),
            action.timeMillis(),
            action.timeMillis(),
            action.eventId(),
            1);
  }

  /** The end of the minute that a time belongs to, in epoch milliseconds. */
  public static long minuteEnd(long time) {
    return (Math.floorDiv(time, MINUTE) + 1) * MINUTE;
  }

  /** The id of the agent. */
  public String agentId() {
    return agent.id();
  }

  /** The end of its minute: then all of it has been seen. */
  public long end() {
    return minuteEnd(last);
  }

  /** Both uses together, whichever came first: by the same agent, in the same minute. */
  public CredentialUse and(CredentialUse other) {
    CredentialUse later = isLaterThan(other) ? this : other;
    CredentialUse earlier = later == this ? other : this;
    return new CredentialUse(
        later.agent,
        credential,
        later.type == null ? earlier.type : later.type,
        Math.min(first, other.first),
        later.last,
        later.lastEventId,
        count + other.count);
  }

  private boolean isLaterThan(CredentialUse other) {
    return last > other.last || last == other.last && lastEventId.compareTo(other.lastEventId) > 0;
  }

  /** The same use by the agent as it is registered. */
  public CredentialUse by(JudgedAgent registered) {
    return new CredentialUse(registered, credential, type, first, last, lastEventId, count);
  }

  /** It, as something seen to be wrong. */
  Observed observed() {
    return new Observed(first, last, count, List.of(lastEventId));
  }

  void write(StateWriter out) {
    AgentLayout.write(out, agent);
    out.writeString(credential).writeString(type);
    out.writeLong(first).writeLong(last).writeString(lastEventId).writeLong(count);
  }

  static CredentialUse read(StateReader in) {
    return StoredParts.valid(
        "credential use",
        () ->
            new CredentialUse(
                AgentLayout.read(in),
                StoredParts.required(in.readString()),
                in.readString(),
                in.readLong(),
                in.readLong(),
                StoredParts.required(in.readString()),
                in.readLong()));
  }
}
