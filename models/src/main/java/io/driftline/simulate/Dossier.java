package io.driftline.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * What the registry comes to say about one agent or person. Changes are planned in any order and
 * made in order of time, each to what the earlier ones left; those of one instant are one change.
 *
 * @param <T> record
 */
final class Dossier<T> {

  private final TreeMap<Long, List<UnaryOperator<T>>> edits = new TreeMap<>();
  private TreeMap<Long, T> versions;

  /**
   * @param time of the first record, epoch milliseconds; no change lies before it
   */
  Dossier(long time, T first) {
    edit(time, absent -> first);
  }

  /** Plans a change, not before the first record. */
  void edit(long time, UnaryOperator<T> edit) {
    if (!edits.isEmpty() && time < edits.firstKey()) {
      throw new IllegalArgumentException(
          "a change at %d lies before the first record at %d".formatted(time, edits.firstKey()));
    }
    edits.computeIfAbsent(time, absent -> new ArrayList<>()).add(edit);
    versions = null;
  }

  /** Plans that there is no record any more from then on. */
  void end(long time) {
    edit(time, record -> null);
  }

  long begin() {
    return edits.firstKey();
  }

  /** The record at a time; {@code null} if there is none. */
  T at(long time) {
    Map.Entry<Long, T> version = versions().floorEntry(time);
    return version == null ? null : version.getValue();
  }

  /** Shows every version, the earliest first; {@code null} for the end. */
  void forEach(BiConsumer<Long, T> visitor) {
    versions().forEach(visitor);
  }

  private TreeMap<Long, T> versions() {
    if (versions == null) {
      versions = new TreeMap<>();
      T record = null;
      for (Map.Entry<Long, List<UnaryOperator<T>>> change : edits.entrySet()) {
        for (UnaryOperator<T> edit : change.getValue()) {
          record = edit.apply(record);
        }
        versions.put(change.getKey(), record);
      }
    }
    return versions;
  }
}
