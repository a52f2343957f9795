package io.driftline.incident;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much the findings of an incident weigh: what one use does wrong counts once, however many
 * rules it breaks, and further uses add up, to 1 at most. Not thread-safe.
 */
final class AccusedUses {

  private static final double MOST = 1;

  /** The heaviest finding about each use, by the use's time; few, since together they reach 1. */
  private final Map<Long, Double> byTime = new TreeMap<>();

  /** Takes in a finding, or that it goes on. */
  void add(Signal finding) {
    if (finding.weight() > 0 && weight() < MOST) {
      byTime.merge(finding.time(), finding.weight(), Math::max);
    }
  }

  /** From 0 to 1. */
  double weight() {
    return Math.min(MOST, byTime.values().stream().mapToDouble(each -> each).sum());
  }

  void write(StateWriter out) {
    out.writeInt(byTime.size());
    byTime.forEach((time, weight) -> out.writeLong(time).writeDouble(weight));
  }

  static AccusedUses read(StateReader in) {
    AccusedUses read = new AccusedUses();
    for (int left = in.readCount(2 * Long.BYTES); left > 0; left--) {
      read.byTime.put(in.readLong(), in.readDouble());
    }
    return read;
  }

  /** As the first release of incidents kept it: one weight for all uses. */
  static AccusedUses readAsOne(StateReader in, long time) {
    AccusedUses read = new AccusedUses();
    read.byTime.put(time, in.readDouble());
    return read;
  }
}
