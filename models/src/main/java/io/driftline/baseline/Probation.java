package io.driftline.baseline;

/**
 * Sensitive actions on resources that are new, and on how many days each has recurred.
 *
 * <p>A baseline that learns whatever it sees learns attacks, too: the second payment to a thief
 * would be half as surprising as the first. So a resource that is new to a sensitive action stays
 * as rare as any new one until it has recurred on {@value #DAYS} different days; what recurs for so
 * long without anybody stopping it is work. It is counted meanwhile, since how often anything new
 * turns up says how rare new things are. In the first {@value #WARM_UP_DAYS} days everything is new
 * and nothing is put on probation.
 *
 * <p>No verdict is needed, only the action itself. Bounded: the longest unused is forgotten first,
 * and with it that it was on probation. Not thread-safe.
 */
final class Probation {

  /** On how many different UTC days a thing must have been done to be usual. */
  static final int DAYS = 5;

  /** Within so many days of the first action nothing is put on probation. */
  static final int WARM_UP_DAYS = 3;

  private final LruMap<Recurrence> recurrences;

  /**
   * @param most how many things are kept
   */
  Probation(int most) {
    this.recurrences = new LruMap<>(most);
  }

  /**
   * The days on which a thing was done.
   *
   * @param lastDay the latest, counted from the epoch
   * @param days how many, at least 1
   */
  record Recurrence(long lastDay, int days) {

    Recurrence {
      if (days < 1) {
        throw new IllegalArgumentException("days must be at least 1, were " + days);
      }
    }

    /** With one more day, unless it is no later than the latest. */
    Recurrence on(long day) {
      return day > lastDay ? new Recurrence(day, days + 1) : this;
    }
  }

  /**
   * Notes that a thing was done.
   *
   * @param thing see {@link Observation#thingKey}
   * @param day counted from the epoch
   * @param isNew whether probation begins, unless it has begun before
   */
  void note(long thing, long day, boolean isNew) {
    Recurrence before = recurrences.get(thing);
    if (before == null) {
      if (isNew) {
        recurrences.put(thing, new Recurrence(day, 1));
      }
    } else if (before.on(day).days() < DAYS) {
      recurrences.put(thing, before.on(day));
    } else {
      recurrences.remove(thing);
    }
  }

  /** Whether this thing is on probation; asking counts as use. */
  boolean holds(long thing) {
    return recurrences.get(thing) != null;
  }

  /**
   * Puts this thing on probation as if it had not been done before.
   *
   * @param day counted from the epoch
   */
  void restart(long thing, long day) {
    recurrences.put(thing, new Recurrence(day, 1));
  }

  /** Ends the probation of this thing, if it is on probation. */
  void release(long thing) {
    recurrences.remove(thing);
  }

  /** Drops what was last done before {@code day}. */
  void forgetBefore(long day) {
    recurrences.retainIf(each -> each.lastDay() >= day);
  }

  /** All, the longest unused first. */
  LruMap<Recurrence> recurrences() {
    return recurrences;
  }
}
