package io.driftline.simulate;

import java.util.ArrayList;
import java.util.List;

/** The days of the span and the hours at which something happens on them. */
final class WorkCalendar {

  private static final long OPENS = 8 * Rhythm.HOUR;
  private static final int OPEN_MILLIS = (int) (8 * Rhythm.HOUR);
  private static final int EARLIEST_MILLIS = (int) (2 * Rhythm.HOUR);

  private final GovernanceSettings settings;

  WorkCalendar(GovernanceSettings settings) {
    this.settings = settings;
  }

  /** When the registry comes to know the people who are here from the beginning. */
  long peopleKnown() {
    return settings.midnight(-2);
  }

  /** When the registry comes to know the agents that are here from the beginning. */
  long agentsKnown() {
    return settings.midnight(-1);
  }

  /** All working days, counted from 0. */
  List<Integer> workdays() {
    List<Integer> days = new ArrayList<>();
    for (int day = 0; day < GovernanceSettings.DAYS; day++) {
      if (Rhythm.workingDay(settings.midnight(day))) {
        days.add(day);
      }
    }
    return days;
  }

  /** The given day, or the next working day after it. */
  int workday(int day) {
    return Rhythm.workingDay(settings.midnight(day)) ? day : workday(day + 1);
  }

  /** Some time within the working hours of a day. */
  long atWork(int day, Dice dice) {
    return settings.midnight(day) + OPENS + dice.below(OPEN_MILLIS);
  }

  /** Some time before the working hours of a day, when the registry is kept. */
  long early(int day, Dice dice) {
    return settings.midnight(day) + 4 * Rhythm.HOUR + dice.below(EARLIEST_MILLIS);
  }
}
