package io.driftline.job.state;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The versions of a broadcast thing per cohort, each with the event time from which it holds.
 *
 * <p>Versions that the watermark has overtaken are dropped but for the last one, so that what is
 * kept is bounded by how far the broadcast runs ahead.
 *
 * @param <T> the thing: a cohort baseline or a model
 */
public final class Versions<T> {

  private final Map<String, TreeMap<Long, T>> byCohort = new HashMap<>();

  /** Adds a version; the same one twice is harmless. */
  public void put(String cohort, long holdsFrom, T version) {
    byCohort.computeIfAbsent(cohort, key -> new TreeMap<>()).put(holdsFrom, version);
  }

  /** The version that holds at {@code time}; {@code otherwise} if there is none. */
  public T at(String cohort, long time, T otherwise) {
    TreeMap<Long, T> versions = byCohort.get(cohort);
    Map.Entry<Long, T> entry = versions == null ? null : versions.floorEntry(time);
    return entry == null ? otherwise : entry.getValue();
  }

  /** The newest version; {@code otherwise} if there is none. */
  public T newest(String cohort, T otherwise) {
    TreeMap<Long, T> versions = byCohort.get(cohort);
    return versions == null ? otherwise : versions.lastEntry().getValue();
  }

  /** How many cohorts have a version; may be asked from another thread. */
  public int cohorts() {
    return byCohort.size();
  }

  /**
   * Drops the versions of a cohort that no element after {@code watermark} can meet.
   *
   * @param dropped told the time of each version dropped
   */
  public void forgetBefore(String cohort, long watermark, Dropped dropped) throws Exception {
    TreeMap<Long, T> versions = byCohort.get(cohort);
    Long current = versions == null ? null : versions.floorKey(watermark);
    while (current != null && versions.firstKey() < current) {
      dropped.version(cohort, versions.pollFirstEntry().getKey());
    }
  }

  /** Learns which versions are gone. */
  @FunctionalInterface
  public interface Dropped {
    void version(String cohort, long holdsFrom) throws Exception;
  }
}
