package io.driftline.baseline;

import static io.driftline.baseline.SampleAction.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.driftline.baseline.Probation.Recurrence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbationTest {

  private static final long THING = 7;
  private static final long DAY_MILLIS = 86_400_000L;

  private final Probation probation = new Probation(3);

  @Test
  void endsOnTheFifthDay() {
    for (int day = 1; day <= 4; day++) {
      probation.note(THING, day, true);
      assertThat(probation.holds(THING)).as("day %d", day).isTrue();
    }
    probation.note(THING, 5, false);
    assertThat(probation.holds(THING)).isFalse();
  }

  @Test
  void aDayCountsOnceHoweverOftenItIsDone() {
    for (int time = 0; time < 100; time++) {
      probation.note(THING, 1, true);
    }
    probation.note(THING, 0, true);

    assertThat(probation.recurrences().get(THING)).isEqualTo(new Recurrence(1, 1));
  }

  @Test
  void whatIsKnownIsNotPutOnProbation() {
    probation.note(THING, 1, false);

    assertThat(probation.holds(THING)).isFalse();
  }

  @Test
  void forgetsTheLongestUnusedAndTheOld() {
    for (long thing = 1; thing <= 4; thing++) {
      probation.note(thing, thing, true);
    }
    assertThat(things()).containsExactly(2L, 3L, 4L);

    probation.forgetBefore(4);
    assertThat(things()).containsExactly(4L);
  }

  @Test
  void refusesARecurrenceOnNoDay() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Recurrence(1, 0))
        .withMessage("days must be at least 1, were 0");
  }

  @Test
  void anAgentVouchesForWhatItDidInItsFirstDays() {
    Baseline agent = new Baseline(BaselineSettings.defaults());
    agent.learnSensitive(pay("rent", 0));
    agent.learnSensitive(pay("power", 2));
    agent.learnSensitive(pay("thief", 3));
    agent.learnSensitive(pay("rent", 3));

    assertThat(agent.vouchesFor(pay("rent", 3).thingKey())).isTrue();
    assertThat(agent.vouchesFor(pay("power", 3).thingKey())).isTrue();
    assertThat(agent.vouchesFor(pay("thief", 3).thingKey())).isFalse();
  }

  @Test
  void anAgentVouchesForWhatRecursOnFiveDays() {
    Baseline agent = new Baseline(BaselineSettings.defaults());
    agent.learnSensitive(pay("rent", 0));
    for (int day = 10; day < 15; day++) {
      agent.learnSensitive(pay("new vendor", day));
      assertThat(agent.vouchesFor(pay("new vendor", day).thingKey())).isEqualTo(day == 14);
    }
  }

  @Test
  void peersVouchForWhatTheyDidInTheirFirstDaysOrOnFive() {
    CohortCounts counts = new CohortCounts(BaselineSettings.defaults(), DAY_MILLIS);
    for (int day : new int[] {100, 102, 103, 104, 105, 106, 107}) {
      on(day, counts, CohortCounts.ALL_DAYS);
    }
    on(102, counts, 1);
    on(103, counts, 2);
    for (int day = 103; day <= 107; day++) {
      on(day, counts, 3);
    }
    counts.foldUpTo(108 * DAY_MILLIS);
    CohortBaseline peers = counts.snapshot(108 * DAY_MILLIS);

    assertThat(peers.vouchesFor(1)).as("in the first three days").isTrue();
    assertThat(peers.vouchesFor(2)).as("on one later day").isFalse();
    assertThat(peers.vouchesFor(3)).as("on five later days").isTrue();
    assertThat(peers.vouchesFor(4)).as("never").isFalse();
    assertThat(CohortBaseline.EMPTY.vouchesFor(1)).isFalse();
  }

  private static void on(int day, CohortCounts counts, long thing) {
    counts.arrivals(day * DAY_MILLIS).add(Dimension.DAY, thing, day, 20);
  }

  private static Observation pay(String recipient, int day) {
    return sample()
        .action("pay")
        .permission("bank:transfer")
        .resource(recipient)
        .after(Duration.ofDays(day))
        .observe();
  }

  private List<Long> things() {
    List<Long> things = new ArrayList<>();
    probation.recurrences().forEach((thing, seen) -> things.add(thing));
    return things;
  }
}
