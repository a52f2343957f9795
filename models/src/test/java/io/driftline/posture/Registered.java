package io.driftline.posture;

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

/** Records, changes and actions for tests: agent {@code bot}, owned by {@code ann}. */
final class Registered {

  static final long HOUR = 3_600_000L;
  static final long DAY = 24 * HOUR;

  /** A Monday, midnight UTC. */
  static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

  private Registered() {}

  /** Owned by ann, with these grants; nothing else is declared. */
  static AgentRecord agent(Grant... grants) {
    return agent(AgentKind.ORGANIZATIONAL, "ann", null, null, List.of(grants));
  }

  static AgentRecord agent(
      AgentKind kind,
      String owner,
      List<String> systems,
      List<String> invokers,
      List<Grant> grants) {
    return new AgentRecord(
        "bot", kind, owner, null, "sales", null, systems, invokers, grants, null);
  }

  static Grant grant(String system, String permission, long granted) {
    return new Grant(new Right(system, permission), Instant.ofEpochMilli(granted), null, null);
  }

  static Grant grantUntil(String system, String permission, long granted, long expires) {
    return new Grant(
        new Right(system, permission),
        Instant.ofEpochMilli(granted),
        Instant.ofEpochMilli(expires),
        null);
  }

  static RegistryChange says(long time, AgentRecord record) {
    return RegistryChange.agent(record, time);
  }

  static RegistryChange gone(long time) {
    return RegistryChange.removal(RegistryChange.Subject.AGENT, "bot", time);
  }

  static RegistryChange ann(long time, UserStatus status, Right... entitlements) {
    return RegistryChange.user(new UserRecord("ann", status, List.of(entitlements), null), time);
  }

  static RegistryChange annGone(long time) {
    return RegistryChange.removal(RegistryChange.Subject.USER, "ann", time);
  }

  static PostureView view(RegistryChange... changes) {
    PostureView view = new PostureView();
    for (RegistryChange change : changes) {
      view.put(change);
    }
    return view;
  }

  /** The bot uses a right for eve, and that succeeds. */
  static AgentAction use(String id, long time, String system, String permission) {
    return action(id, time, system, permission, "eve", null, Outcome.SUCCESS);
  }

  static AgentAction action(
      String id,
      long time,
      String system,
      String permission,
      String requester,
      String caller,
      Outcome outcome) {
    return new AgentAction(
        id,
        Instant.ofEpochMilli(time),
        new Agent("bot", null, null, null, null),
        requester == null ? null : new Requester(requester, Requester.Type.USER),
        null,
        null,
        caller,
        system,
        "do",
        permission,
        null,
        outcome,
        null,
        null,
        null);
  }
}
