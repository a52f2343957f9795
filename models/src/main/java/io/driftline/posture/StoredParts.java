package io.driftline.posture;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Small parts of stored values that may be absent; what stands for nothing is refused. */
public final class StoredParts {

  private StoredParts() {}

  /** Writes 0 for {@code null}, else one more than the ordinal. */
  public static void writeConstant(StateWriter out, Enum<?> constant) {
    out.writeByte(constant == null ? 0 : 1 + constant.ordinal());
  }

  /** Reads a constant or {@code null}. */
  public static <E> E readConstant(StateReader in, E[] all) {
    int code = in.readByte();
    if (code > all.length) {
      throw new IllegalStateException("stored value names an unknown constant " + (code - 1));
    }
    return code == 0 ? null : all[code - 1];
  }

  /** Writes 0 for {@code null}, else one more than the length, and each element. */
  public static <T> void writeList(StateWriter out, List<T> list, Consumer<T> element) {
    out.writeInt(list == null ? 0 : 1 + list.size());
    if (list != null) {
      list.forEach(element);
    }
  }

  /** Reads a list or {@code null}. No room is made ahead for a length that may be a lie. */
  public static <T> List<T> readList(StateReader in, Function<StateReader, T> element) {
    int code = in.readCount(0);
    if (code == 0) {
      return null;
    }
    List<T> list = new ArrayList<>();
    for (int left = code - 1; left > 0; left--) {
      list.add(element.apply(in));
    }
    return list;
  }

  /**
   * A value that checks itself; what it finds wrong is damage.
   *
   * @param what names the value in the error
   */
  public static <T> T valid(String what, Supplier<T> read) {
    try {
      return read.get();
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalStateException(what + " is damaged: " + e.getMessage(), e);
    }
  }

  /** A part that must be there. */
  public static <T> T required(T part) {
    if (part == null) {
      throw new IllegalStateException("stored value lacks a part that it must have");
    }
    return part;
  }
}
