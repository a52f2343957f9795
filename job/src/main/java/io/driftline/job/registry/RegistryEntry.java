package io.driftline.job.registry;

import io.driftline.registry.AgentRecord;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.RegistryChange.Subject;
import io.driftline.registry.UserRecord;
import java.time.Instant;
import java.util.Objects;

/**
 * What one record states, the way it is written: it may leave open from when on it holds.
 *
 * @param subject whether an agent or a person
 * @param id of the agent or person
 * @param effective from when it holds, to the millisecond; {@code null} if not stated
 * @param agent the agent's record; {@code null} for a person, and for a removal
 * @param user the person's record; {@code null} for an agent, and for a removal
 */
public record RegistryEntry(
    Subject subject, String id, Instant effective, AgentRecord agent, UserRecord user) {

  public RegistryEntry {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(id, "id");
  }

  /** What is said of an agent; {@code effective} may be {@code null}. */
  public static RegistryEntry agent(AgentRecord record, Instant effective) {
    return new RegistryEntry(Subject.AGENT, record.agentId(), effective, record, null);
  }

  /** What is said of a person; {@code effective} may be {@code null}. */
  public static RegistryEntry user(UserRecord record, Instant effective) {
    return new RegistryEntry(Subject.USER, record.userId(), effective, null, record);
  }

  /** That there is no record any more; {@code effective} may be {@code null}. */
  public static RegistryEntry removal(Subject subject, String id, Instant effective) {
    return new RegistryEntry(subject, id, effective, null, null);
  }

  /** Whether it says that there is no record any more. */
  public boolean isRemoval() {
    return agent == null && user == null;
  }

  /**
   * The change that it makes.
   *
   * @param otherwise from when it holds if it does not say, epoch milliseconds
   */
  public RegistryChange change(long otherwise) {
    long time = effective == null ? otherwise : effective.toEpochMilli();
    return new RegistryChange(subject, id, time, agent, user);
  }
}
