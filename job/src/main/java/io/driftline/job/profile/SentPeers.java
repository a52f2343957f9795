package io.driftline.job.profile;

import io.driftline.baseline.Hash64;

/**
 * Remembers which uses of a value by an agent were sent for a day already, so that they need not be
 * sent for every bucket of it. Of fixed size: a new use takes the place of another, which is then
 * sent again if it recurs. That changes nothing, since peers are noted, not counted.
 */
final class SentPeers {

  private static final int SLOTS = 1 << 17;
  private static final long DAY_MILLIS = 86_400_000L;

  private final long[] uses = new long[SLOTS];
  private final long[] buckets = new long[SLOTS];

  /** Whether to send that an agent used a value in a bucket; remembers it if so. */
  boolean isDue(String cohort, long context, long agent, long bucketStart) {
    long use = Hash64.pair(context ^ cohort.hashCode(), agent);
    int slot = (int) use & SLOTS - 1;
    // Not if sent for a later bucket: until that one closes, nobody would know of this one.
    if (uses[slot] == use
        && buckets[slot] <= bucketStart
        && Math.floorDiv(buckets[slot], DAY_MILLIS) == Math.floorDiv(bucketStart, DAY_MILLIS)) {
      return false;
    }
    uses[slot] = use;
    buckets[slot] = bucketStart;
    return true;
  }
}
