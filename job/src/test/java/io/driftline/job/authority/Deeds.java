package io.driftline.job.authority;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.Right;
import io.driftline.registry.UserRecord;
import io.driftline.registry.UserStatus;
import java.time.Instant;
import java.util.List;

/** Actions and registries for tests: all use {@code crm:read} on the CRM. */
final class Deeds {

  static final Right CRM_READ = new Right("crm", "crm:read");

  private Deeds() {}

  /** A user asks an agent itself. */
  static AgentAction asked(String agent, String user, String trace, long time) {
    return action(agent, new Requester(user, Requester.Type.USER), trace, null, time);
  }

  /** An agent calls another. */
  static AgentAction called(String agent, String parent, String trace, long time) {
    return action(agent, null, trace, parent, time);
  }

  static AgentAction action(
      String agent, Requester requester, String trace, String parent, long time) {
    return new AgentAction(
        agent + "@" + time,
        Instant.ofEpochMilli(time),
        new Agent(agent, AgentKind.ORGANIZATIONAL, null, null, null),
        requester,
        null,
        trace,
        parent,
        "crm",
        "get_record",
        "crm:read",
        "id=7",
        Outcome.SUCCESS,
        null,
        null,
        null);
  }

  static RegistryChange entitled(String user, long time, Right... rights) {
    return RegistryChange.user(
        new UserRecord(user, UserStatus.ACTIVE, List.of(rights), "boss"), time);
  }

  static RegistryChange departed(String user, long time) {
    return RegistryChange.user(
        new UserRecord(user, UserStatus.DEPARTED, List.of(CRM_READ), "boss"), time);
  }

  static RegistryChange granted(String agent, long time, Right... rights) {
    List<Grant> grants =
        List.of(rights).stream()
            .map(right -> new Grant(right, Instant.ofEpochMilli(time), null, null))
            .toList();
    return RegistryChange.agent(
        new AgentRecord(
            agent,
            AgentKind.ORGANIZATIONAL,
            "boss",
            null,
            "purpose",
            null,
            null,
            null,
            grants,
            null),
        time);
  }
}
