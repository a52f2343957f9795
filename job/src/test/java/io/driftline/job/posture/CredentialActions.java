package io.driftline.job.posture;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.Credential;
import io.driftline.activity.Outcome;
import io.driftline.baseline.SessionContext;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.RegisteredCredential;
import io.driftline.registry.RegistryChange;
import java.time.Instant;
import java.util.List;

/** Agents that authenticate. */
final class CredentialActions {

  static final long MINUTE = 60_000;
  static final long DAY = 24 * 60 * MINUTE;

  /** A Monday, midnight. */
  static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

  private CredentialActions() {}

  /**
   * @param credential {@code null} if the event names none
   */
  static IdentifiedAction action(String agent, String credential, long time) {
    return identified(
        new AgentAction(
            agent + time,
            Instant.ofEpochMilli(time),
            new Agent(agent, null, null, null, null),
            null,
            null,
            null,
            null,
            "crm",
            "read",
            "crm:read",
            null,
            Outcome.SUCCESS,
            credential == null ? null : new Credential(credential, "api_key"),
            null,
            null));
  }

  static IdentifiedAction identified(AgentAction action) {
    return IdentifiedAction.unregistered(
        action, SessionContext.first("s"), "personal/sales", false);
  }

  /** A record that lists these credentials from a time on. */
  static RegistryChange lists(String agent, long time, RegisteredCredential... credentials) {
    return RegistryChange.agent(
        new AgentRecord(
            agent, null, "ann", null, null, null, null, null, null, List.of(credentials)),
        time);
  }

  static RegisteredCredential current(String credential) {
    return new RegisteredCredential(credential, "api_key", null);
  }

  static RegisteredCredential rotated(String credential, long time) {
    return new RegisteredCredential(credential, "api_key", Instant.ofEpochMilli(time));
  }
}
