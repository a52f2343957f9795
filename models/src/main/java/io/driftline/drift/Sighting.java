package io.driftline.drift;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.Objects;

/**
 * An event at which something was seen.
 *
 * @param time of the event, epoch milliseconds
 * @param eventId its id
 */
record Sighting(long time, String eventId) implements Comparable<Sighting> {

  Sighting {
    Objects.requireNonNull(eventId, "eventId");
  }

  /** The earlier of two, whatever the order in which they came; {@code null} counts as never. */
  static Sighting earlier(Sighting a, Sighting b) {
    return a == null || b != null && b.compareTo(a) < 0 ? b : a;
  }

  @Override
  public int compareTo(Sighting other) {
    return time == other.time ? eventId.compareTo(other.eventId) : Long.compare(time, other.time);
  }

  void write(StateWriter out) {
    out.writeLong(time).writeString(eventId);
  }

  static Sighting read(StateReader in) {
    return new Sighting(in.readLong(), StoredConstants.required(in.readString()));
  }
}
