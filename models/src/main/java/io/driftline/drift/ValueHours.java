package io.driftline.drift;

import java.util.Arrays;
import java.util.Map;

/**
 * In how many hours of some days an agent used each value of a dimension. The arrays belong to the
 * record: whoever made or asked for them must not write to them.
 *
 * @param keys fingerprints of the values, ascending, at least one
 * @param labels the values as the events state them, in the same order; {@code null} for none
 *     stated
 * @param hours at least 1 each
 */
public record ValueHours(long[] keys, String[] labels, int[] hours) {

  public ValueHours {
    if (keys.length == 0 || labels.length != keys.length || hours.length != keys.length) {
      throw new IllegalArgumentException(
          "as many keys, labels and hours are needed, at least one, got %d, %d and %d"
              .formatted(keys.length, labels.length, hours.length));
    }
    for (int i = 0; i < keys.length; i++) {
      requireValue(keys, hours, i);
    }
  }

  private static void requireValue(long[] keys, int[] hours, int i) {
    if (i > 0 && keys[i] <= keys[i - 1]) {
      throw new IllegalArgumentException("keys must ascend, the one at " + i + " does not");
    }
    if (hours[i] < 1) {
      throw new IllegalArgumentException(
          "hours must be at least 1, were %d at %d".formatted(hours[i], i));
    }
  }

  /** How many values there are. */
  public int size() {
    return keys.length;
  }

  /** All hours together, each value's counted. */
  public long total() {
    return Arrays.stream(hours).asLongStream().sum();
  }

  /** Adds what the values are called, by fingerprint. */
  void putLabels(Map<Long, String> labels) {
    for (int i = 0; i < keys.length; i++) {
      labels.put(keys[i], this.labels[i]);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ValueHours that
        && Arrays.equals(keys, that.keys)
        && Arrays.equals(labels, that.labels)
        && Arrays.equals(hours, that.hours);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(keys) + Arrays.hashCode(hours);
  }

  @Override
  public String toString() {
    return Arrays.toString(labels) + " in hours " + Arrays.toString(hours);
  }
}
