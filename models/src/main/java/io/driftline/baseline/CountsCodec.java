package io.driftline.baseline;

/** The stored form of {@link ConditionalCounts}, as part of larger values. */
final class CountsCodec {

  private CountsCodec() {}

  static void write(StateWriter out, ConditionalCounts counts) {
    out.writeInt(counts.contexts().size());
    counts
        .contexts()
        .forEach(
            (context, values) -> {
              out.writeLong(context);
              writeValues(out, values);
            });
  }

  static void read(StateReader in, ConditionalCounts counts) {
    for (int left = in.readCount(9); left > 0; left--) {
      readValues(in, counts.open(in.readLong()));
    }
  }

  private static void writeValues(StateWriter out, DecayedCounts values) {
    out.writeInt(values.distinct());
    for (int i = 0; i < values.distinct(); i++) {
      out.writeLong(values.key(i)).writeFloat(values.weight(i));
      if (values.timed()) {
        out.writeInt(values.firstSeen(i)).writeInt(values.lastSeen(i) - values.firstSeen(i));
      }
      if (values.labelled()) {
        out.writeString(values.label(i));
      }
    }
  }

  private static void readValues(StateReader in, DecayedCounts values) {
    for (int left = in.readCount(12); left > 0; left--) {
      long key = in.readLong();
      float weight = in.readFloat();
      int first = values.timed() ? in.readInt() : 0;
      int last = values.timed() ? first + in.readInt() : 0;
      values.restore(key, values.labelled() ? in.readString() : null, weight, first, last);
    }
  }
}
