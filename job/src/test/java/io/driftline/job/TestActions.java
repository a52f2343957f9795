package io.driftline.job;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import java.time.Instant;

/** Actions for tests: one usual action, to be varied. */
public final class TestActions {

  /** A Monday, 09:00 UTC. */
  public static final long MONDAY = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();

  private TestActions() {}

  /** Agent {@code agent} reads a record of the CRM. */
  public static AgentAction read(String agent, String eventId, long time) {
    return action(agent, eventId, time, "s1", "crm", "get_record", "crm:read", "id=7");
  }

  /** Any action. */
  public static AgentAction action(
      String agent,
      String eventId,
      long time,
      String session,
      String system,
      String action,
      String permission,
      String resource) {
    return new AgentAction(
        eventId,
        Instant.ofEpochMilli(time),
        new Agent(agent, AgentKind.PERSONAL, null, null, null),
        new Requester("ann@example.com", Requester.Type.USER),
        session,
        null,
        null,
        system,
        action,
        permission,
        resource,
        Outcome.SUCCESS,
        null,
        null,
        null);
  }
}
