package io.driftline.job.cli.drift;

import static io.driftline.job.cli.drift.Verdicts.START;
import static io.driftline.job.cli.drift.Verdicts.drifting;
import static io.driftline.job.cli.drift.Verdicts.raised;
import static io.driftline.job.cli.drift.Verdicts.stable;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.simulate.DriftScript;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgentVerdictsTest {

  private static AgentVerdicts onset50(List<Raised> raised) {
    return drifting(DriftScript.NEW_SYSTEMS, 50, 49, raised);
  }

  @Test
  void theDayOfTheOnsetIsTheFirst() {
    assertThat(onset50(raised("system", 50)).delay()).hasValue(1);
    assertThat(onset50(raised("system", 70, 90)).delay()).hasValue(21);
  }

  @Test
  void whatWasRaisedBeforeTheOnsetIsNotFound() {
    AgentVerdicts early = onset50(raised("system", 49));
    assertThat(early.delay()).isEmpty();
    assertThat(early.events()).isZero();
    assertThat(early.falseAlarms(START + 30)).hasSize(1);
  }

  @Test
  void aDimensionHasADelayOfItsOwn() {
    AgentVerdicts agent =
        onset50(List.of(raised("volume", 52).get(0), raised("system", 60).get(0)));
    assertThat(agent.delay()).hasValue(3);
    assertThat(agent.delay(Set.of("system"))).hasValue(11);
    assertThat(agent.delay(Set.of("outcome"))).isEmpty();
    assertThat(agent.events()).isEqualTo(2);
  }

  @Test
  void theWarmUpHasNoFalseAlarms() {
    assertThat(stable(3, 29, 30, 99).falseAlarms(START + 30))
        .extracting(Raised::epochDay)
        .containsExactly(START + 30, START + 99);
  }

  @Test
  void aDriftingAgentIsUnchangedUntilItsOnset() {
    assertThat(stable().unchangedDays(START + 30, START + 120)).isEqualTo(90);
    assertThat(onset50(List.of()).unchangedDays(START + 30, START + 120)).isEqualTo(20);
    assertThat(onset50(List.of()).unchangedDays(START + 60, START + 120)).isZero();
  }
}
