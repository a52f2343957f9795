package io.driftline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/**
 * How well growth of grants is found, and what else is taken for it: two hundred agents over 120
 * days, of which a tenth are granted something new every week. The figures are in docs/drift.md.
 */
class GrantStudyTest {

  private static final int AGENTS = 200;
  private static final int GROWING = AGENTS / 10;
  private static final int DAYS = 120;
  private static final int IN_TIME = 21;
  private static final int FOUR_WEEKS = 28;
  private static final int WORKING_DAYS = 5;
  private static final int MATURE = 20;
  private static final int ENTERPRISES = 20;

  /** The limits were chosen on seeds 1 to 20. */
  private static final int FIRST_SEED = 21;

  @Test
  void aGrantAWeekIsFoundInTimeAndNeitherReviewsNorRotationsAre() {
    Figures figures = new Figures();
    figures.play(FIRST_SEED);
    assertThat(figures.inTime).isGreaterThanOrEqualTo(GROWING * 95 / 100);
    assertThat(figures.falseAlarms).doesNotContainKeys("review", "rotation");
  }

  @Test
  void soItIsInTwentyEnterprises() {
    Figures figures = new Figures();
    for (int seed = FIRST_SEED; seed < FIRST_SEED + ENTERPRISES; seed++) {
      figures.play(seed);
    }
    assertThat(figures.growing).isEqualTo(400);
    assertThat(figures.inTime).isEqualTo(400);
    assertThat(figures.irregularInTime).isEqualTo(86);
    assertThat(figures.irregularInFourWeeks).isEqualTo(382);
    assertThat(figures.falseAlarms).isEqualTo(Map.of("rare", 8));
  }

  /** What came of it. */
  private static final class Figures {

    private final TreeMap<String, Integer> falseAlarms = new TreeMap<>();
    private int growing;
    private int inTime;
    private int irregularInTime;
    private int irregularInFourWeeks;

    void play(long seed) {
      for (int i = 0; i < AGENTS; i++) {
        Random random = new Random(1000 * seed + i);
        GrantedAgent agent = GrantedAgent.with(5 + random.nextInt(26));
        if (i < GROWING) {
          grow(random);
        } else {
          String habit = List.of("review", "rotation", "rare").get(i % 3);
          live(agent, habit, random);
          if (!agent.watch().isEmpty()) {
            falseAlarms.merge(habit, 1, Integer::sum);
          }
        }
      }
    }

    private void grow(Random random) {
      growing++;
      int grants = 5 + random.nextInt(26);
      int onset = MATURE + random.nextInt(DAYS - MATURE - 30);
      inTime += delay(weekly(grants, onset, random, 1), onset) <= IN_TIME ? 1 : 0;
      long delay = delay(weekly(grants, onset, random, WORKING_DAYS), onset);
      irregularInTime += delay <= IN_TIME ? 1 : 0;
      irregularInFourWeeks += delay <= FOUR_WEEKS ? 1 : 0;
    }
  }

  /**
   * Something new every week, from the onset on.
   *
   * @param days on one of so many days of the week, at random
   */
  private static GrantedAgent weekly(int grants, int onset, Random random, int days) {
    GrantedAgent agent = GrantedAgent.with(grants);
    for (int week = 0; onset + 7 * week + days <= DAYS; week++) {
      agent.give("new-" + week).say(onset + 7 * week + random.nextInt(days));
    }
    return agent;
  }

  /** Days from the onset to the end of the day on which it was found, less the first. */
  private static long delay(GrantedAgent agent, int onset) {
    List<DriftSignal> found = agent.watch();
    return found.isEmpty()
        ? Long.MAX_VALUE
        : CalendarDay.of(found.get(0).found()) - 1 - GrantedAgent.START - onset;
  }

  private static void live(GrantedAgent agent, String habit, Random random) {
    switch (habit) {
      case "review" -> review(agent, random);
      case "rotation" -> rotate(agent, random);
      default -> now(random, 60, day -> agent.give("rare-" + day).say(day));
    }
  }

  /** Many at once, in one day or two; some go; or all do, with another role. */
  private static void review(GrantedAgent agent, Random random) {
    int day = 1 + random.nextInt(DAYS - 3);
    int gone = random.nextInt(4) == 0 ? 100 : random.nextInt(4);
    for (int i = 0; i < gone; i++) {
      agent.takeOldest();
    }
    int come = 3 + random.nextInt(10);
    for (int i = 0; i < come; i++) {
      agent.give("review-" + i).say(day + (random.nextBoolean() && i > come / 2 ? 1 : 0));
    }
  }

  /** One in and one out every week or two, in either order, some days apart. */
  private static void rotate(GrantedAgent agent, Random random) {
    int every = 7 + random.nextInt(8);
    int apart = random.nextInt(6);
    boolean inFirst = random.nextBoolean();
    for (int day = random.nextInt(every); day + apart < DAYS; day += every) {
      String permission = "turn-" + day;
      if (inFirst) {
        agent.give(permission).say(day + 1).takeOldest().say(day + 1 + apart);
      } else {
        agent.takeOldest().say(day + 1).give(permission).say(day + 1 + apart);
      }
    }
  }

  /** Now and then: at random, so many days apart on average. */
  private static void now(Random random, double meanDays, IntConsumer happens) {
    List<Integer> days = new ArrayList<>();
    for (double day = gap(random, meanDays); day < DAYS - 1; day += gap(random, meanDays)) {
      days.add(1 + (int) day);
    }
    days.forEach(happens::accept);
  }

  private static double gap(Random random, double meanDays) {
    return -meanDays * Math.log(1 - random.nextDouble());
  }
}
