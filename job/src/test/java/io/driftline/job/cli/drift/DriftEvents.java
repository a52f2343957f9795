package io.driftline.job.cli.drift;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentKind;
import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftKind;
import io.driftline.drift.DriftSignal;
import io.driftline.drift.ShareChange;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;

/** Drifts of one agent for tests, one of each kind. */
final class DriftEvents {

  static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  static final String AGENT = "sales-\u001b[2J7";
  static final String COHORT = "organizational/sales";

  /** Says what has changed, as long as such a sentence is. */
  private static final String SUMMARY =
      "It has changed what it does, and it has done so on more than one side of its work, so that"
          + " this sentence takes two lines.";

  private DriftEvents() {}

  /**
   * {@link #AGENT} over so many days from {@link #MONDAY}: four actions each, one of which fails.
   */
  static AgentDays days(int count) {
    TreeMap<Long, Integer> actions = new TreeMap<>();
    TreeMap<Long, Integer> failures = new TreeMap<>();
    for (int day = 0; day < count; day++) {
      actions.put(MONDAY.toEpochDay() + day, 4);
      failures.put(MONDAY.toEpochDay() + day, 1);
    }
    return new AgentDays(AGENT, COHORT, actions, failures);
  }

  /** Mail instead of CRM, and a system of a very long name. */
  static DriftEvent mixShift() {
    return event(
        DriftKind.MIX_SHIFT,
        DriftDimension.SYSTEM,
        20,
        29,
        0,
        0,
        0.4123,
        List.of(
            new ShareChange("crm", 0.9, 0.42, null),
            new ShareChange("mail", 0.02, 0.4, "e-1"),
            new ShareChange("the-system-that-nobody-could-give-a-shorter-name", 0, 0.1, "e-2"),
            new ShareChange(null, 0.08, 0.08, null)),
        List.of("e-1", "e-2"));
  }

  static DriftEvent growth() {
    return event(
        DriftKind.GROWTH,
        DriftDimension.PERMISSION,
        21,
        40,
        3,
        5,
        0.7,
        List.of(
            new ShareChange("mail:send", 0, 0.0625, "e-3"),
            new ShareChange("mail:read", 0, 0.25, "e-4")),
        List.of("e-3", "e-4"));
  }

  static DriftEvent errors() {
    return event(
        DriftKind.LEVEL_SHIFT,
        DriftDimension.ERRORS,
        30,
        45,
        0.011,
        0.12,
        10.9,
        List.of(),
        List.of("e-5"));
  }

  static DriftEvent peers() {
    return event(
        DriftKind.PEER_DIVERGENCE,
        DriftDimension.SYSTEM,
        44,
        50,
        0.2,
        0.45,
        0.25,
        List.of(new ShareChange("mail", 0.12, 0.5, null), new ShareChange("crm", 0.6, 0.3, null)),
        List.of());
  }

  private static DriftEvent event(
      DriftKind kind,
      DriftDimension dimension,
      int began,
      int found,
      double before,
      double after,
      double strength,
      List<ShareChange> changes,
      List<String> evidence) {
    DriftSignal signal =
        new DriftSignal(
            kind,
            dimension,
            start(began),
            start(found + 1),
            before,
            after,
            strength,
            kind == DriftKind.GROWTH ? 0.00004 : 0.0005,
            changes,
            evidence,
            null,
            kind == DriftKind.PEER_DIVERGENCE ? 12 : 0);
    return new DriftEvent(
        "id-" + kind.code(),
        new Agent(AGENT, AgentKind.ORGANIZATIONAL, null, null, null),
        COHORT,
        signal,
        SUMMARY);
  }

  private static long start(int day) {
    return MONDAY.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }
}
