package io.driftline.registry;

import java.util.Objects;

/**
 * One thing that the registry says, and from when on it holds: a new or changed record, or, if both
 * records are {@code null}, that there is none any more.
 *
 * @param subject whether an agent or a person
 * @param id of the agent or person
 * @param time from when it holds, epoch milliseconds
 * @param agent the agent's record; {@code null} for a person, and for a removal
 * @param user the person's record; {@code null} for an agent, and for a removal
 */
public record RegistryChange(
    Subject subject, String id, long time, AgentRecord agent, UserRecord user) {

  /** What a record can be about. */
  public enum Subject {
    AGENT,
    USER
  }

  public RegistryChange {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(id, "id");
    requireAbsent(subject == Subject.AGENT ? user : agent, subject);
  }

  /** What is said of an agent from an instant on. */
  public static RegistryChange agent(AgentRecord record, long time) {
    return new RegistryChange(Subject.AGENT, record.agentId(), time, record, null);
  }

  /** What is said of a person from an instant on. */
  public static RegistryChange user(UserRecord record, long time) {
    return new RegistryChange(Subject.USER, record.userId(), time, null, record);
  }

  /** That there is no record any more from an instant on. */
  public static RegistryChange removal(Subject subject, String id, long time) {
    return new RegistryChange(subject, id, time, null, null);
  }

  /** Whether it says that there is no record any more. */
  public boolean isRemoval() {
    return agent == null && user == null;
  }

  private static void requireAbsent(Object other, Subject subject) {
    if (other != null) {
      throw new IllegalArgumentException("a change of " + subject + " bears another's record");
    }
  }
}
