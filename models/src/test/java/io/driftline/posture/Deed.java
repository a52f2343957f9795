package io.driftline.posture;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import java.time.Instant;

/** Builds actions for tests: {@code bot} reads the CRM, as long as nothing else is said. */
final class Deed {

  private final String agent;
  private final long time;
  private String eventId;
  private Requester requester;
  private String parent;
  private Outcome outcome = Outcome.SUCCESS;
  private String system = "crm";
  private String permission = "crm:read";

  private Deed(String agent, long time) {
    this.agent = agent;
    this.time = time;
    this.eventId = agent + "@" + time;
  }

  static Deed at(long time) {
    return of("bot", time);
  }

  static Deed of(String agent, long time) {
    return new Deed(agent, time);
  }

  Deed event(String id) {
    eventId = id;
    return this;
  }

  Deed askedBy(String id, Requester.Type type) {
    requester = new Requester(id, type);
    return this;
  }

  Deed askedByUser(String id) {
    return askedBy(id, Requester.Type.USER);
  }

  Deed calledBy(String agentId) {
    parent = agentId;
    return this;
  }

  Deed with(String usedSystem, String usedPermission) {
    system = usedSystem;
    permission = usedPermission;
    return this;
  }

  Deed answered(Outcome answer) {
    outcome = answer;
    return this;
  }

  AgentAction action() {
    return new AgentAction(
        eventId,
        Instant.ofEpochMilli(time),
        new Agent(agent, null, null, null, null),
        requester,
        null,
        "trace",
        parent,
        system,
        "do",
        permission,
        null,
        outcome,
        null,
        null,
        null);
  }

  Call call() {
    return Call.of(action());
  }
}
