package io.driftline.posture;

import static io.driftline.posture.Registered.DAY;
import static io.driftline.posture.Registered.HOUR;
import static io.driftline.posture.Registered.START;
import static io.driftline.posture.Registered.action;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.Outcome;
import io.driftline.feature.SensitivityTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DormantAgentTest {

  private final PostureWatch watch =
      new PostureWatch(PostureSettings.defaults(), SensitivityTable.shipped());
  private final List<Finding> told = new ArrayList<>();

  @Test
  void anAgentThatActsAgainAfterAWeekIsToldOnce() {
    act(0, HOUR, DAY, 8 * DAY, 8 * DAY + HOUR);
    assertThat(awakenings()).containsExactly("OPEN day 8 e" + 8 * DAY);
  }

  @Test
  void aShorterSilenceIsNone() {
    act(0, 7 * DAY - 1);
    assertThat(awakenings()).isEmpty();
  }

  @Test
  void anAgentThatIsOftenSilentForLongDoesNotWakeEachTime() {
    act(0, 8 * DAY, 16 * DAY, 24 * DAY + HOUR, 47 * DAY);
    assertThat(awakenings()).containsExactly("OPEN day 8 e" + 8 * DAY);
    act(47 * DAY + 70 * DAY);
    assertThat(awakenings()).contains("OPEN day 117 e" + 117 * DAY);
  }

  @Test
  void aFirstActionIsNoAwakening() {
    act(30 * DAY);
    assertThat(awakenings()).isEmpty();
  }

  @Test
  void itWaitsUntilAllThatWasDoneBeforeIsKnown() {
    actAt(0, 0);
    actAt(9 * DAY, 5 * DAY);
    actAt(4 * DAY, 5 * DAY);
    pass(20 * DAY);
    assertThat(awakenings()).isEmpty();
  }

  @Test
  void aLateActionThatShowsThatItDidNotSleepTakesItBack() {
    act(0, 9 * DAY);
    actAt(5 * DAY, 9 * DAY);
    assertThat(awakenings())
        .containsExactly("OPEN day 9 e" + 9 * DAY, "RESOLVED day 9 e" + 9 * DAY);
    assertThat(told).last().extracting(Finding::resolution).isEqualTo(Resolution.WITHDRAWN);
  }

  @Test
  void aLateActionThatOnlyShortensTheSilenceTakesItBack() {
    act(0, 7 * DAY + HOUR);
    actAt(DAY / 2, 8 * DAY);
    assertThat(awakenings()).hasSize(2).last().asString().startsWith("RESOLVED");
  }

  @Test
  void aLateActionThatShortensAnEarlierSilenceMayShowAnAwakening() {
    act(0, 5 * DAY, 19 * DAY);
    assertThat(awakenings()).isEmpty();
    actAt(DAY - HOUR, 19 * DAY);
    assertThat(awakenings()).containsExactly("OPEN day 19 e" + 19 * DAY);
  }

  @Test
  void aSecondAwakeningIsTakenBackThoughTheFirstStands() {
    act(0, 9 * DAY);
    pass(44 * DAY);
    act(9 * DAY + HOUR, 45 * DAY);
    assertThat(awakenings()).hasSize(2).last().asString().startsWith("OPEN day 45");
    actAt(30 * DAY, 45 * DAY);
    assertThat(told).last().extracting(Finding::resolution).isEqualTo(Resolution.WITHDRAWN);
  }

  @Test
  void anAwakeningThatBeganSomewhatEarlierIsNotCountedTwice() {
    act(0, 9 * DAY);
    actAt(9 * DAY - HOUR, 9 * DAY);
    assertThat(awakenings()).hasSize(1);
  }

  @Test
  void aLongSilenceThatIsForgottenMakesNoLaterOneLong() {
    act(0, 12 * DAY, 14 * DAY, 16 * DAY, 18 * DAY, 26 * DAY);
    for (int day = 28; day < 140; day += 2) {
      act(day * DAY);
    }
    assertThat(awakenings()).containsExactly("OPEN day 12 e" + 12 * DAY);
  }

  @Test
  void itIsOverOnceItWasNotSeenForLong() {
    act(0, 9 * DAY);
    pass(9 * DAY + PostureSettings.defaults().quietAfterMillis());
    assertThat(told).last().extracting(Finding::resolution).isEqualTo(Resolution.QUIET);
    act(60 * DAY);
    assertThat(watch.open())
        .extracting(each -> each.key().rule())
        .contains(PostureRule.DORMANT_AGENT_USED);
  }

  @Test
  void noMoreStretchesAreKeptThanTheBound() {
    ActiveStretches stretches = new ActiveStretches();
    for (int i = 0; i < 3 * ActiveStretches.MOST; i++) {
      stretches.note(START + 2 * i * DAY, "e" + i);
    }
    assertThat(stretches.earliest()).isEqualTo(START + 4 * ActiveStretches.MOST * DAY);
    assertThat(stretches.note(START, "late")).isTrue();
    assertThat(stretches.earliest()).isEqualTo(START + 4 * ActiveStretches.MOST * DAY);
  }

  @RepeatedTest(100)
  void stretchesDoNotDependOnTheOrderOfArrival(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      times.add(random.nextInt(60) * DAY / 2);
    }
    Collections.sort(times);
    List<ActiveStretches.Stretch> inOrder = awakenings(times);
    Collections.shuffle(times, random);
    assertThat(awakenings(times)).isEqualTo(inOrder);
    assertThat(awakenings(new ArrayList<>(new TreeSet<>(times)))).isEqualTo(inOrder);
  }

  private static List<ActiveStretches.Stretch> awakenings(List<Long> times) {
    ActiveStretches stretches = new ActiveStretches();
    times.forEach(time -> stretches.note(time, "e" + time));
    return stretches.awakenings(2 * DAY);
  }

  private void act(long... times) {
    for (long time : times) {
      actAt(time, time);
      pass(time);
    }
  }

  private void actAt(long time, long watermark) {
    watch.use(
        action("e" + time, START + time, "crm", "crm:read", "eve", null, Outcome.SUCCESS),
        START + watermark,
        told::add);
  }

  private void pass(long watermark) {
    for (long due = watch.due.next(); due <= START + watermark; due = watch.due.next()) {
      watch.wake(due, START + watermark, told::add);
    }
  }

  private List<String> awakenings() {
    return told.stream()
        .filter(each -> each.rule() == PostureRule.DORMANT_AGENT_USED)
        .filter(each -> each.resolution() != Resolution.QUIET)
        .map(
            each ->
                "%s day %d %s"
                    .formatted(each.status(), (each.time() - START) / DAY, each.evidence().get(0)))
        .toList();
  }
}
