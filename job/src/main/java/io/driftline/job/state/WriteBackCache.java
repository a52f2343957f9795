package io.driftline.job.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.runtime.state.KeyedStateBackend;

/**
 * Keeps the values of recently active keys in memory, decoded, and writes the changed ones to the
 * state backend before a checkpoint or when they make room.
 *
 * <p>An agent acts in bursts. Reading and writing a few kilobytes of state for every action would
 * cost more than everything else together; this way a burst costs one read and one write. Nothing
 * is lost: {@link #flush} runs before every barrier, so a checkpoint holds exactly what was handled
 * before it.
 *
 * @param <V> the value in memory
 */
final class WriteBackCache<V> {

  private final KeyedStateBackend<String> backend;
  private final ValueState<byte[]> stored;
  private final StoredValue<V> form;
  private final int capacity;
  private final Map<String, Entry<V>> entries = new LinkedHashMap<>();
  private long clock;

  /**
   * @param capacity most keys kept in memory, at least 1
   */
  WriteBackCache(
      KeyedStateBackend<String> backend,
      ValueState<byte[]> stored,
      StoredValue<V> form,
      int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a cache holds at least one key, got " + capacity);
    }
    this.backend = backend;
    this.stored = stored;
    this.form = form;
    this.capacity = capacity;
  }

  private static final class Entry<V> {
    final V value;
    boolean changed;

    /** When it was last used, in ticks; no list is kept in order of use, as each use would move. */
    long used;

    Entry(V value) {
      this.value = value;
    }
  }

  /** The value of the current key, made fresh if there is none, to be changed in place. */
  V change(String key) throws IOException {
    Entry<V> entry = entries.get(key);
    if (entry == null) {
      byte[] bytes = stored.value();
      entry = new Entry<>(bytes == null ? form.fresh() : form.decode(bytes));
      entries.put(key, entry);
      makeRoom(key);
    }
    entry.changed = true;
    entry.used = ++clock;
    return entry.value;
  }

  /** The value of the current key, not to be changed; {@code null} if there is none. */
  V peek(String key) throws IOException {
    Entry<V> entry = entries.get(key);
    if (entry != null) {
      return entry.value;
    }
    byte[] bytes = stored.value();
    return bytes == null ? null : form.decode(bytes);
  }

  /** Whether the current key has a value. */
  boolean contains(String key) throws IOException {
    return entries.containsKey(key) || stored.value() != null;
  }

  /** Forgets the current key altogether. */
  void remove(String key) {
    entries.remove(key);
    stored.clear();
  }

  /** Writes every changed value to the backend. Leaves another current key behind. */
  void flush() throws IOException {
    for (Map.Entry<String, Entry<V>> entry : entries.entrySet()) {
      write(entry.getKey(), entry.getValue());
    }
  }

  int size() {
    return entries.size();
  }

  /** Once full, the eighth that was unused for longest goes in one pass. */
  private void makeRoom(String current) throws IOException {
    if (entries.size() > capacity) {
      List<Map.Entry<String, Entry<V>>> byAge = new ArrayList<>(entries.entrySet());
      byAge.removeIf(each -> each.getKey().equals(current));
      byAge.sort(Comparator.comparingLong(each -> each.getValue().used));
      for (Map.Entry<String, Entry<V>> eldest : byAge.subList(0, 1 + capacity / 8)) {
        write(eldest.getKey(), eldest.getValue());
        entries.remove(eldest.getKey());
      }
      backend.setCurrentKey(current);
    }
  }

  private void write(String key, Entry<V> entry) throws IOException {
    if (entry.changed) {
      backend.setCurrentKey(key);
      stored.update(form.encode(entry.value));
      entry.changed = false;
    }
  }
}
