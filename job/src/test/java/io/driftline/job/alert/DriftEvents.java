package io.driftline.job.alert;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentKind;
import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftKind;
import io.driftline.drift.DriftSettings;
import io.driftline.drift.DriftSignal;
import io.driftline.drift.GrantGrowth;
import io.driftline.drift.ShareChange;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Drift events for tests, one of each kind, and the two of growth. */
public final class DriftEvents {

  private static final long BEGAN = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
  private static final long FOUND = Instant.parse("2026-03-13T00:00:00Z").toEpochMilli();
  private static final Agent AGENT =
      new Agent("sales-7", AgentKind.PERSONAL, "Sales 7", "1.4.0", "ann@example.org");

  private DriftEvents() {}

  public static DriftEvent growth() {
    return event(
        new DriftSignal(
            DriftKind.GROWTH,
            DriftDimension.PERMISSION,
            BEGAN,
            FOUND,
            6,
            8,
            1.2727,
            0.0098,
            List.of(
                new ShareChange("vault:read", 0, 0.0312, "e-17"),
                new ShareChange("billing:write\u001b[2J", 0, 0.0156, "e-31")),
            List.of("e-17", "e-31"),
            "1.4.0"));
  }

  public static DriftEvent mixShift() {
    return event(
        new DriftSignal(
            DriftKind.MIX_SHIFT,
            DriftDimension.SYSTEM,
            BEGAN,
            FOUND,
            0,
            0,
            0.4127,
            0.0005,
            List.of(
                new ShareChange("wiki", 0.12, 0.54, null),
                new ShareChange("crm", 0.5, 0.2, null),
                new ShareChange(null, 0.02, 0.1, null)),
            List.of(),
            null));
  }

  public static DriftEvent levelShift() {
    return event(
        new DriftSignal(
            DriftKind.LEVEL_SHIFT,
            DriftDimension.ERRORS,
            BEGAN,
            FOUND,
            0.016,
            0.12,
            7.5,
            0.0005,
            List.of(),
            List.of("e-99"),
            null));
  }

  public static DriftEvent peerDivergence() {
    return event(
        new DriftSignal(
            DriftKind.PEER_DIVERGENCE,
            DriftDimension.SYSTEM,
            BEGAN,
            FOUND,
            0.06,
            0.35,
            0.29,
            0.01,
            List.of(
                new ShareChange("vault", 0, 0.33, null), new ShareChange("crm", 0.4, 0.2, null)),
            List.of(),
            null,
            11));
  }

  public static DriftEvent newGround() {
    return event(
        new DriftSignal(
            DriftKind.NEW_GROUND,
            DriftDimension.SCOPE,
            BEGAN,
            FOUND,
            0,
            5,
            0.2,
            0.00002,
            List.of(new ShareChange("people", 0, 0.2, "e-7")),
            List.of("e-7"),
            null));
  }

  /** As it is found: the registry lists another right every week. */
  public static DriftEvent grantGrowth() {
    GrantGrowth growth = new GrantGrowth(DriftSettings.defaults());
    return IntStream.range(0, 8)
        .mapToObj(week -> growth.learn(weekly(week)))
        .filter(Objects::nonNull)
        .map(DriftEvents::event)
        .findFirst()
        .orElseThrow();
  }

  private static RegistryChange weekly(int week) {
    Instant time = Instant.parse("2026-01-05T09:00:00Z").plus(Duration.ofDays(7 * week));
    List<Grant> grants =
        IntStream.rangeClosed(0, week)
            .mapToObj(i -> new Grant(new Right("crm", "crm:\u001b" + i), time, null, null))
            .toList();
    return RegistryChange.agent(
        new AgentRecord(AGENT.id(), AGENT.kind(), null, null, null, null, null, null, grants, null),
        time.toEpochMilli());
  }

  public static List<DriftEvent> all() {
    return List.of(
        growth(), mixShift(), levelShift(), peerDivergence(), newGround(), grantGrowth());
  }

  private static DriftEvent event(DriftSignal signal) {
    return DriftEvent.of(AGENT, "personal/sales", signal);
  }
}
