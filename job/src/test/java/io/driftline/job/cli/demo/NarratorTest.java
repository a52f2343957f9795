package io.driftline.job.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.decide.Anomaly;
import io.driftline.simulate.AttackKind;
import io.driftline.simulate.SimulatedAction;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NarratorTest {

  private static final Truth TRUTH =
      new Truth(
          List.of(
              attack("a1", "hijacked"),
              attack("a2", "hijacked"),
              new SimulatedAction(Anomalies.action("fine", "hijacked"), null)));

  private final ManualClock clock = new ManualClock();
  private final StringWriter out = new StringWriter();
  private final Narrator narrator = new Narrator(new PrintWriter(out), Paint.PLAIN, TRUTH, clock);

  private static SimulatedAction attack(String eventId, String sessionId) {
    return new SimulatedAction(Anomalies.action(eventId, sessionId), AttackKind.PAYMENT_FRAUD);
  }

  private void tell(String eventId, String sessionId) {
    Anomaly anomaly = Anomalies.raised(eventId, sessionId);
    narrator.tell(anomaly, Tag.of(anomaly, TRUTH));
  }

  private List<String> linesWith(String text) {
    return out.toString().lines().filter(line -> line.contains(text)).toList();
  }

  @Test
  void saysWhichScriptedAttackItWas() {
    tell("a2", "hijacked");

    assertThat(out.toString()).contains("✔ scripted attack: payment fraud, action 2 of 2");
  }

  @Test
  void saysThatAnAlarmWasFalse() {
    tell("other", "elsewhere");

    assertThat(out.toString()).contains("· not scripted (false alarm)");
  }

  @Test
  void aHarmlessActionOfAnAttackedSessionIsNeither() {
    tell("fine", "hijacked");

    assertThat(out.toString()).contains("· a harmless action in a session that was attacked");
  }

  @Test
  void showsThreeOfOneSessionAndCountsTheOthersOnceItIsQuiet() {
    for (int i = 0; i < 17; i++) {
      tell("other-" + i, "elsewhere");
    }
    clock.pass(Duration.ofSeconds(2));
    narrator.pause();
    assertThat(linesWith("false alarm")).hasSize(3);
    assertThat(linesWith("more of")).isEmpty();

    clock.pass(Duration.ofSeconds(1));
    narrator.pause();
    narrator.end();

    assertThat(linesWith("more of")).containsExactly("  +14 more of session elsewhere of agent-1");
  }

  @Test
  void theEndTellsAllThatWasOnlyCounted() {
    for (int i = 0; i < 5; i++) {
      tell("a1", "hijacked");
    }
    narrator.end();

    assertThat(linesWith("more of")).containsExactly("  +2 more of scripted attack: payment fraud");
  }
}
