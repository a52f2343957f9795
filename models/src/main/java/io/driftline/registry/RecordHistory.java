package io.driftline.registry;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What the registry said about one subject at which time. Changes may come in any order: each holds
 * from its own time until the next later one. Before the first there is no record.
 *
 * <p>It keeps the latest {@value #MOST} changes; what was before the earliest of them is forgotten,
 * and that one then holds from the beginning.
 *
 * @param <T> record
 */
public final class RecordHistory<T> {

  /** Most changes kept. */
  public static final int MOST = 16;

  private final TreeMap<Long, Entry<T>> changes = new TreeMap<>();
  private boolean forgotten;

  /** A record, or its absence: a tree holds no {@code null} for that by itself. */
  private record Entry<T>(T record) {}

  /**
   * Takes a change in; one of the same time is replaced.
   *
   * @param time from when it holds, epoch milliseconds
   * @param recordOrNull {@code null} if there is no record from then on
   * @return whether it is news, and not known already
   */
  public boolean put(long time, T recordOrNull) {
    Entry<T> said = new Entry<>(recordOrNull);
    boolean isNews = !said.equals(changes.put(time, said));
    if (changes.size() > MOST) {
      changes.pollFirstEntry();
      forgotten = true;
    }
    return isNews;
  }

  /** The record that held at a time, or {@code null} if there was none. */
  public T at(long time) {
    Map.Entry<Long, Entry<T>> holding = changes.floorEntry(time);
    if (holding == null && forgotten) {
      holding = changes.firstEntry();
    }
    return holding == null ? null : holding.getValue().record();
  }

  /** Whether anything was said by that time, be it that there is no record any more. */
  public boolean saysAnythingAt(long time) {
    return forgotten || changes.floorKey(time) != null;
  }

  /** Whether nothing was ever said. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Whether changes were forgotten, so that the earliest one kept holds from the beginning. */
  public boolean hasForgotten() {
    return forgotten;
  }

  /** Time of the latest change; {@link Long#MIN_VALUE} if there is none. */
  public long latest() {
    return changes.isEmpty() ? Long.MIN_VALUE : changes.lastKey();
  }

  /** Number of changes kept. */
  public int size() {
    return changes.size();
  }

  /** Shows every change kept, the earliest first; the record is {@code null} for a removal. */
  public void forEach(BiConsumer<Long, T> visitor) {
    changes.forEach((time, entry) -> visitor.accept(time, entry.record()));
  }

  /** Says that changes before those put in were forgotten; for reading a stored history. */
  public void markForgotten() {
    forgotten = true;
  }
}
