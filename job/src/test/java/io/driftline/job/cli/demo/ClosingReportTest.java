package io.driftline.job.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.registry.AgentRecord;
import io.driftline.simulate.AttackKind;
import io.driftline.simulate.SimulatedAction;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingReportTest {

  private static final DemoScenario SCENARIO =
      new DemoScenario(
          List.of(AgentRecord.of("agent-1", null, null, null)),
          Collections.nCopies(1_000, Anomalies.action("clean", "s")),
          Collections.nCopies(2_000, Anomalies.action("watched", "s")),
          new Truth(
              List.of(
                  attack("p1", AttackKind.PAYMENT_FRAUD),
                  attack("p2", AttackKind.PAYMENT_FRAUD),
                  attack("p3", AttackKind.PAYMENT_FRAUD),
                  attack("b1", AttackKind.BURST_DELETION))),
          Anomalies.TIME,
          4);

  private final Scoreboard board = new Scoreboard();

  private static SimulatedAction attack(String eventId, AttackKind kind) {
    return new SimulatedAction(Anomalies.action(eventId, "hijacked"), kind);
  }

  private void raise(String eventId, String sessionId, long second) {
    Tag tag = Tag.of(Anomalies.raised(eventId, sessionId), SCENARIO.truth());
    board.add(tag, Duration.ofSeconds(second));
  }

  private List<String> report() {
    return ClosingReport.of(
            SCENARIO,
            board,
            Duration.ofSeconds(118),
            URI.create("http://localhost:8081"),
            Paint.PLAIN)
        .lines()
        .toList();
  }

  @Test
  void saysHowEachAttackWasFoundOrThatItWasNot() {
    raise("p3", "hijacked", 40);
    raise("p2", "hijacked", 50);

    assertThat(report())
        .contains(
            "scripted attacks: 1 of 2 found",
            "  ✔ payment fraud         at action 2 of 3, 2 raised",
            "  ✘ burst deletion        none of its 1 actions raised",
            "first true anomaly  40 s after the start");
  }

  @Test
  void countsFalseAlarmsPerThousandActionsWatched() {
    raise("x", "elsewhere", 10);
    raise("y", "hijacked", 10);
    board.addWhileLearning();

    assertThat(report())
        .contains(
            "3,000 actions of 1 agents in 118 s: 1,000 learnt from, 2,000 watched,"
                + " 2 anomalies raised",
            "false alarms        1 of 2,000 actions: 0.50 in 1,000",
            "beside an attack    1 harmless actions of attacked sessions raised",
            "while learning      1 raised (not shown)",
            "first true anomaly  none");
  }
}
