package io.driftline.baseline;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the most recently used entries. */
final class BoundedMap<V> extends LinkedHashMap<Long, V> {

  private static final long serialVersionUID = 1L;

  private final int most;

  BoundedMap(int most) {
    super(4, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
    return size() > most;
  }
}
