package io.driftline.drift;

import io.driftline.activity.Agent;
import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stored form of what the agents of a cohort told of one day. Peers use the same values, so
 * each label is stored once.
 */
final class StoredMixes {

  private static final int LABEL_BYTES = 8 + 1;
  private static final int VALUE_BYTES = 8 + 1;

  /** An agent, and three dimensions with one value each. */
  private static final int MIX_BYTES = 5 + 3 * (1 + VALUE_BYTES);

  private StoredMixes() {}

  /**
   * @param mixes by agent id
   */
  static void write(StateWriter out, Map<String, DayMix> mixes) {
    writeLabels(out, mixes);
    out.writeInt(mixes.size());
    for (DayMix mix : mixes.values()) {
      StoredAgent.write(out, mix.agent());
      DayMix.DIMENSIONS.forEach(dimension -> write(out, mix.of(dimension)));
    }
  }

  private static void writeLabels(StateWriter out, Map<String, DayMix> mixes) {
    TreeMap<Long, String> labels = new TreeMap<>();
    for (DayMix mix : mixes.values()) {
      DayMix.DIMENSIONS.forEach(dimension -> mix.of(dimension).putLabels(labels));
    }
    out.writeInt(labels.size());
    labels.forEach((key, label) -> out.writeLong(key).writeString(label));
  }

  private static void write(StateWriter out, ValueHours values) {
    out.writeInt(values.size());
    for (int i = 0; i < values.size(); i++) {
      out.writeLong(values.keys()[i]).writeInt(values.hours()[i]);
    }
  }

  /**
   * @param day that they are of
   */
  static TreeMap<String, DayMix> read(StateReader in, long day) {
    TreeMap<Long, String> labels = new TreeMap<>();
    for (int left = in.readCount(LABEL_BYTES); left > 0; left--) {
      labels.put(in.readLong(), in.readString());
    }
    TreeMap<String, DayMix> mixes = new TreeMap<>();
    for (int left = in.readCount(MIX_BYTES); left > 0; left--) {
      Agent agent = StoredAgent.read(in);
      mixes.put(
          agent.id(), new DayMix(agent, day, read(in, labels), read(in, labels), read(in, labels)));
    }
    return mixes;
  }

  private static ValueHours read(StateReader in, Map<Long, String> labels) {
    int size = in.readCount(VALUE_BYTES);
    long[] keys = new long[size];
    String[] names = new String[size];
    int[] hours = new int[size];
    for (int i = 0; i < size; i++) {
      keys[i] = in.readLong();
      names[i] = label(labels, keys[i]);
      hours[i] = in.readInt();
    }
    try {
      return new ValueHours(keys, names, hours);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("stored peer group state: " + e.getMessage(), e);
    }
  }

  private static String label(Map<Long, String> labels, long key) {
    if (!labels.containsKey(key)) {
      throw new IllegalStateException("stored peer group state lacks the label of a value");
    }
    return labels.get(key);
  }
}
