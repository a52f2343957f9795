package io.driftline.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * An enterprise whose agents keep to the rules, but for one violation of each. The same settings
 * give the same actions and the same registry, byte for byte.
 *
 * @param seed every choice follows from it
 * @param agents how many agents keep to every rule, at least {@value #FEWEST_AGENTS}; those that
 *     violate one are added to them
 * @param start first instant of the span, midnight of a Monday in UTC
 * @param unusedGrantDays after so many days without use a grant counts as unused: the limit under
 *     which the truth holds, in [{@value #FEWEST_UNUSED_DAYS}, {@value #MOST_UNUSED_DAYS}]
 * @param dormantDays after so many days without use a credential counts as dormant: the limit under
 *     which the truth holds, in [{@value #FEWEST_DORMANT_DAYS}, {@value #MOST_DORMANT_DAYS}]
 */
public record GovernanceSettings(
    long seed, int agents, Instant start, int unusedGrantDays, int dormantDays) {

  /** Length of the span. */
  public static final int DAYS = 45;

  /** After so many days without review a grant is overdue: the limit under which truth holds. */
  public static final int REVIEW_DAYS = 30;

  static final int FEWEST_AGENTS = 14;
  static final int FEWEST_UNUSED_DAYS = 8;
  static final int MOST_UNUSED_DAYS = 40;
  static final int FEWEST_DORMANT_DAYS = 8;
  static final int MOST_DORMANT_DAYS = 28;

  public GovernanceSettings {
    Objects.requireNonNull(start, "start");
    requireIn("agents", agents, FEWEST_AGENTS, Integer.MAX_VALUE);
    requireIn("unusedGrantDays", unusedGrantDays, FEWEST_UNUSED_DAYS, MOST_UNUSED_DAYS);
    requireIn("dormantDays", dormantDays, FEWEST_DORMANT_DAYS, MOST_DORMANT_DAYS);
    if (!start.equals(start.truncatedTo(ChronoUnit.DAYS)) || !startsOnMonday(start)) {
      throw new IllegalArgumentException("start must be midnight of a Monday in UTC, was " + start);
    }
  }

  /** 200 agents over 45 days from Monday 2026-01-05, under limits of 20 days. */
  public static GovernanceSettings defaults() {
    return new GovernanceSettings(1, 200, Instant.parse("2026-01-05T00:00:00Z"), 20, 20);
  }

  public GovernanceSettings withSeed(long newSeed) {
    return new GovernanceSettings(newSeed, agents, start, unusedGrantDays, dormantDays);
  }

  public GovernanceSettings withAgents(int newAgents) {
    return new GovernanceSettings(seed, newAgents, start, unusedGrantDays, dormantDays);
  }

  /** The first instant after the span. */
  public Instant end() {
    return start.plus(Duration.ofDays(DAYS));
  }

  /** Midnight that begins a day of the span, counted from 0, in epoch milliseconds. */
  long midnight(int day) {
    return start.toEpochMilli() + day * Rhythm.DAY;
  }

  private static boolean startsOnMonday(Instant start) {
    long day = start.toEpochMilli();
    return Rhythm.workingDay(day) && !Rhythm.workingDay(day - Rhythm.DAY);
  }

  private static void requireIn(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must lie in [%d, %d], was %d".formatted(name, least, most, value));
    }
  }
}
