package io.driftline.relation;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.Requester;
import java.time.Instant;

/** Actions and parties for tests. */
final class Relations {

  static final Requester ANN = new Requester("ann", Requester.Type.USER);
  static final Requester BOB = new Requester("bob", Requester.Type.USER);
  static final Requester NIGHTLY = new Requester("nightly", Requester.Type.SCHEDULE);

  private Relations() {}

  static AgentAction action(
      String agent,
      Requester requester,
      String parent,
      String system,
      String permission,
      long time) {
    return new AgentAction(
        "e" + time,
        Instant.ofEpochMilli(time),
        new Agent(agent, null, null, null, null),
        requester,
        null,
        null,
        parent,
        system,
        "do",
        permission,
        null,
        null,
        null,
        null,
        null);
  }
}
