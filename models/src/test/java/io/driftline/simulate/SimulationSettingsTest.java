package io.driftline.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulationSettingsTest {
  private static final SimulationSettings DEFAULTS = SimulationSettings.defaults();

  @Test
  void attacksMayBeginAfterTheCleanShareOfTheSpan() {
    assertThat(DEFAULTS.attackStart()).isEqualTo(Instant.parse("2026-02-03T00:00:00Z"));
    assertThat(DEFAULTS.end()).isEqualTo(Instant.parse("2026-02-07T00:00:00Z"));
  }

  @Test
  void aWitherChangesOneThing() {
    assertThat(DEFAULTS.withDays(20).withDays(10)).isEqualTo(DEFAULTS);
    assertThat(DEFAULTS.withSeed(7)).isNotEqualTo(DEFAULTS);
    assertThat(DEFAULTS.withPeople(9).people()).isEqualTo(9);
  }

  @Test
  void refusesTooFewAgentsPeopleOrDays() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withAgents(7))
        .withMessage("agents must be at least 8, was 7");
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withPeople(7));
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withDays(0));
  }

  @Test
  void refusesAStartWithinTheDay() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withStart(Instant.parse("2026-01-28T07:00:00Z")))
        .withMessageContaining("midnight in UTC");
  }

  @Test
  void refusesSharesAndVolumesThatMeanNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withAttackFrom(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withAttackFrom(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withActionsPerAgentDay(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withActionsPerAgentDay(0));
  }

  @Test
  void refusesMoreAttacksThanThereIsRoomFor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withDays(1))
        .withMessageContaining("13 attacks do not fit into the last 9 hours");
    assertThat(DEFAULTS.withAttacks(Set.of()).withDays(1).days()).isEqualTo(1);
  }
}
