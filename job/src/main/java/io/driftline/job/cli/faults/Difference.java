package io.driftline.job.cli.faults;

import java.util.List;

/**
 * How the records of a disturbed run differ from those of an undisturbed one.
 *
 * @param lost records that are not there
 * @param twice records that are there once more than they should
 * @param changed records that are there, with other bytes
 */
public record Difference(long lost, long twice, long changed) {

  /** No difference. */
  public static final Difference NONE = new Difference(0, 0, 0);

  /** Compares two sorted lists. */
  static Difference between(List<OutputRecord> expected, List<OutputRecord> actual) {
    long lost = 0;
    long twice = 0;
    long changed = 0;
    int i = 0;
    int j = 0;
    while (i < expected.size() || j < actual.size()) {
      int order =
          i == expected.size()
              ? 1
              : j == actual.size()
                  ? -1
                  : Long.compare(expected.get(i).identity(), actual.get(j).identity());
      if (order < 0) {
        lost++;
        i++;
      } else if (order > 0) {
        twice++;
        j++;
      } else {
        changed += expected.get(i++).content() == actual.get(j++).content() ? 0 : 1;
      }
    }
    return new Difference(lost, twice, changed);
  }

  /** Both together. */
  Difference plus(Difference other) {
    return new Difference(lost + other.lost, twice + other.twice, changed + other.changed);
  }
}
