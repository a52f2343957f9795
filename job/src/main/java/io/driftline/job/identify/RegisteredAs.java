package io.driftline.job.identify;

import io.driftline.activity.AgentKind;
import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.feature.SensitivityTable;
import io.driftline.posture.BlastRadius;
import io.driftline.posture.Standing;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.Right;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What of an agent's record matters for every one of its actions.
 *
 * @param cohort the agent's peers
 * @param standing its kind, and how far its grants reach
 */
record RegisteredAs(String cohort, Standing standing) {

  private static final AgentKind[] KINDS = AgentKind.values();

  RegisteredAs {
    Objects.requireNonNull(cohort, "cohort");
    Objects.requireNonNull(standing, "standing");
  }

  /** As a record of that time says; grants that have expired by then do not count. */
  static RegisteredAs of(AgentRecord record, long time, SensitivityTable sensitivity) {
    BlastRadius radius = BlastRadius.of(rights(record, Instant.ofEpochMilli(time)), sensitivity);
    return new RegisteredAs(Cohorts.of(record), new Standing(record.kind(), radius));
  }

  void write(StateWriter out) {
    out.writeString(cohort)
        .writeByte(standing.kind() == null ? 0 : 1 + standing.kind().ordinal())
        .writeInt(standing.radius().systems())
        .writeDouble(standing.radius().harm());
  }

  static RegisteredAs read(StateReader in) {
    String cohort = in.readString();
    int kind = in.readByte();
    BlastRadius radius = new BlastRadius(in.readInt(), in.readDouble());
    return new RegisteredAs(cohort, new Standing(kind == 0 ? null : KINDS[kind - 1], radius));
  }

  private static List<Right> rights(AgentRecord record, Instant time) {
    return record.grants() == null
        ? List.of()
        : record.grants().stream()
            .filter(grant -> !grant.hasExpiredAt(time))
            .map(Grant::right)
            .toList();
  }
}
