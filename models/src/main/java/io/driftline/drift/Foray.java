package io.driftline.drift;

import java.util.List;
import java.util.Objects;

/**
 * How an agent was in a folder in the latest days.
 *
 * @param from the first of these days
 * @param there in how many hours at least it was there
 * @param days on how many days
 * @param hours in how many hours it did anything
 * @param before in how many hours of the reference at most it was there
 * @param hoursBefore in how many of those it did anything
 * @param evidence what it did there, the earliest first
 */
record Foray(
    String folder,
    long from,
    int there,
    int days,
    long hours,
    long before,
    long hoursBefore,
    List<Sighting> evidence) {

  Foray {
    Objects.requireNonNull(folder, "folder");
  }

  boolean isNewGround(GroundLimits limits) {
    return there >= limits.leastHours()
        && days >= limits.leastDays()
        && before <= limits.rareShare() * hoursBefore
        && chance() <= limits.significance();
  }

  /** The share to expect is that of the reference, half an hour there and elsewhere added. */
  double chance() {
    double expected = (before + 0.5) / (hoursBefore + 1.0);
    return Math.max(Double.MIN_NORMAL, Math.min(1, Binomial.tail(hours, there, expected)));
  }

  double share() {
    return Math.min(1, (double) there / Math.max(1, hours));
  }

  Foray clearer(Foray other) {
    return other.chance() < chance() ? other : this;
  }

  ShareChange change() {
    double usual = Math.min(1, before / (double) Math.max(1, hoursBefore));
    String firstEvent = before == 0 ? evidence.get(0).eventId() : null;
    return new ShareChange(folder, usual, share(), firstEvent);
  }
}
