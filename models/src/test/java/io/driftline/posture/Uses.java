package io.driftline.posture;

import io.driftline.activity.AgentKind;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.RegisteredCredential;
import io.driftline.registry.RegistryChange;
import java.time.Instant;
import java.util.List;

/** Credentials in use, and how they are registered. */
final class Uses {

  static final long MINUTE = 60_000;
  static final long DAY = 24 * 60 * MINUTE;

  /** A Monday, midnight. */
  static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

  private Uses() {}

  static CredentialUse use(String agent, String credential, long time) {
    JudgedAgent who = JudgedAgent.unregistered(agent);
    return new CredentialUse(who, credential, "api_key", time, time, "e" + time, 1);
  }

  static RegisteredCredential listed(String credential) {
    return new RegisteredCredential(credential, "api_key", null);
  }

  static RegisteredCredential rotated(String credential, long time) {
    return new RegisteredCredential(credential, "api_key", Instant.ofEpochMilli(time));
  }

  /**
   * @param credentials {@code null} if they are not declared
   */
  static AgentRecord record(String agent, List<RegisteredCredential> credentials) {
    return new AgentRecord(
        agent,
        AgentKind.ORGANIZATIONAL,
        "ann@corp.example",
        null,
        "sales",
        null,
        null,
        null,
        null,
        credentials);
  }

  static RegistryChange change(String agent, long time, RegisteredCredential... credentials) {
    return RegistryChange.agent(record(agent, List.of(credentials)), time);
  }
}
