package io.driftline.job.cli.bench;

import io.driftline.activity.AgentKind;
import io.driftline.job.registry.RegistryEntry;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.RegisteredCredential;
import io.driftline.registry.Right;
import io.driftline.registry.UserRecord;
import io.driftline.registry.UserStatus;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Who may do what in {@link SampleEvents}: everybody what they do, so that nothing is found. */
final class SampleRegistry {

  private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<Right> RIGHTS =
      List.of(
          new Right("mail", "mail:*"),
          new Right("drive", "drive:read"),
          new Right("drive", "drive:write"),
          new Right("crm", "crm:read"),
          new Right("calendar", "calendar:write"));

  private SampleRegistry() {}

  /** The first so many agents. */
  static List<RegistryEntry> agents(int count) {
    return IntStream.range(0, count).mapToObj(SampleRegistry::agent).toList();
  }

  /** All people that can be requesters. */
  static List<RegistryEntry> people() {
    return IntStream.range(0, Requesters.PEOPLE)
        .mapToObj(Requesters::id)
        .map(id -> new UserRecord(id, UserStatus.ACTIVE, RIGHTS, null))
        .map(user -> RegistryEntry.user(user, SINCE))
        .toList();
  }

  private static RegistryEntry agent(int index) {
    List<Grant> grants =
        RIGHTS.stream().map(right -> new Grant(right, SINCE, null, SINCE)).toList();
    AgentRecord record =
        new AgentRecord(
            "agent-%05d".formatted(index),
            AgentKind.PERSONAL,
            Requesters.id(index % Requesters.PEOPLE),
            null,
            "bench",
            null,
            List.of("mail", "drive", "crm", "calendar"),
            List.of(AgentRecord.ANYBODY),
            grants,
            List.of(new RegisteredCredential("k-%05d".formatted(index), "api_key", null)));
    return RegistryEntry.agent(record, SINCE);
  }
}
