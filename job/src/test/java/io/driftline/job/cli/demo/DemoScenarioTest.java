package io.driftline.job.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.simulate.AttackKind;
import org.junit.jupiter.api.Test;

class DemoScenarioTest {

  private static final DemoScenario SCENARIO = DemoScenario.of(42);

  @Test
  void watchesTheDaysInWhichTheAttacksHappen() {
    assertThat(SCENARIO.watched().get(0).time()).isAfterOrEqualTo(SCENARIO.attackStart());
    assertThat(SCENARIO.clean().get(SCENARIO.clean().size() - 1).time())
        .isBefore(SCENARIO.attackStart());
    assertThat(SCENARIO.days()).isEqualTo(4);
  }

  @Test
  void tenKindsOfAttackHappenAndOnlyInTheWatchedPart() {
    assertThat(SCENARIO.clean())
        .allMatch(action -> SCENARIO.truth().stepOf(action.eventId()) == null);
    assertThat(SCENARIO.truth().lengths())
        .hasSize(10)
        .doesNotContainKeys(
            AttackKind.SLOW_EXFILTRATION, AttackKind.PURPOSE_DRIFT, AttackKind.AUTHORITY_MISUSE);
  }

  @Test
  void theSameSeedIsTheSameStory() {
    assertThat(DemoScenario.of(42).watched()).isEqualTo(SCENARIO.watched());
  }
}
