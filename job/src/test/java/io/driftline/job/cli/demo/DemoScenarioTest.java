package io.driftline.job.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.simulate.AttackKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoScenarioTest {

  private static final Instant NOW = Instant.parse("2026-03-12T15:00:00Z");
  private static final DemoScenario SCENARIO = DemoScenario.of(42, NOW);

  @Test
  void endsAtTheMidnightBeforeNow() {
    assertThat(SCENARIO.watched().get(SCENARIO.watched().size() - 1).time())
        .isBetween(Instant.parse("2026-03-11T20:00:00Z"), Instant.parse("2026-03-12T00:00:00Z"));
    assertThat(SCENARIO.attackStart()).isEqualTo("2026-03-08T00:00:00Z");
    assertThat(SCENARIO.days()).isEqualTo(4);
  }

  @Test
  void attacksAreOnlyInTheWatchedPart() {
    assertThat(SCENARIO.clean())
        .allMatch(action -> SCENARIO.truth().stepOf(action.eventId()) == null);
    assertThat(SCENARIO.truth().lengths()).containsOnlyKeys(AttackKind.values());
  }

  @Test
  void theSameSeedAtTheSameTimeIsTheSameStory() {
    assertThat(DemoScenario.of(42, NOW).watched()).isEqualTo(SCENARIO.watched());
  }
}
