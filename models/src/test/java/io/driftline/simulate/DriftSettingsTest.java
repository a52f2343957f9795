package io.driftline.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DriftSettingsTest {
  private static final DriftSettings DEFAULTS = DriftSettings.defaults();
  private static final SimulationSettings ENTERPRISE = DEFAULTS.enterprise();

  @Test
  void twentyOf200AgentsFollowEachScriptFromDay45To70() {
    assertThat(DEFAULTS).isEqualTo(new DriftSettings(ENTERPRISE, 20, 45, 70));
    assertThat(ENTERPRISE.agents()).isEqualTo(200);
    assertThat(ENTERPRISE.days()).isEqualTo(120);
  }

  @Test
  void aShorterSpanHasEarlierOnsets() {
    assertThat(DriftSettings.of(ENTERPRISE.withDays(60).withAgents(40)))
        .isEqualTo(new DriftSettings(ENTERPRISE.withDays(60).withAgents(40), 4, 22, 35));
  }

  @Test
  void anotherSeedChangesNothingElse() {
    assertThat(DEFAULTS.withSeed(9).enterprise()).isEqualTo(ENTERPRISE.withSeed(9));
    assertThat(DEFAULTS.withSeed(9).withSeed(1)).isEqualTo(DEFAULTS);
  }

  @Test
  void refusesAttacks() {
    SimulationSettings attacked = SimulationSettings.defaults();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DriftSettings.of(attacked))
        .withMessageStartingWith("attacks must be empty where drift is simulated, were [INJECTED");
  }

  @Test
  void refusesMoreDriftingAgentsThanThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DriftSettings(ENTERPRISE, 34, 45, 70))
        .withMessage(
            "agentsPerScript must be at least 0 and leave room for 6 scripts among 200 agents, was"
                + " 34");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DriftSettings(ENTERPRISE, -1, 45, 70));
  }

  @Test
  void refusesOnsetsOutsideTheSpan() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DriftSettings(ENTERPRISE, 20, 45, 120))
        .withMessage("onsets must lie in days 1 to 119 in order, were 45 to 120");
    assertThatIllegalArgumentException().isThrownBy(() -> new DriftSettings(ENTERPRISE, 20, 0, 9));
    assertThatIllegalArgumentException().isThrownBy(() -> new DriftSettings(ENTERPRISE, 20, 9, 8));
  }
}
