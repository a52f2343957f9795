package io.driftline.audit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a check of one chain found.
 *
 * @param <P> says where a record lies
 * @param records how many were read
 * @param begin number of the record with which the chain begins: 1, or more if those before were
 *     verified earlier on and are gone
 * @param end the highest number in its place; 0 if there is none
 * @param lastHash of that record; {@code null} if it was altered
 * @param unsealed how many records lie behind the latest seal: it would not be noticed if they were
 *     dropped
 * @param faults how many records are at fault, by fault; empty if the chain is intact
 * @param first the first fault in the order of the trail; {@code null} if there is none
 */
public record ChainReport<P>(
    long records,
    long begin,
    long end,
    String lastHash,
    long unsealed,
    Map<ChainFault, Long> faults,
    BrokenLink<P> first) {

  public ChainReport {
    faults = faults.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(faults));
  }

  /** Whether nothing is wrong. */
  public boolean isIntact() {
    return first == null;
  }
}
