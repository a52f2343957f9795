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

  /** Two longs a slot, side by side in memory: the use, and the bucket it was sent for. */
  private final long[] sent = new long[2 * SLOTS];

  /** Whether to send that an agent used a value in a bucket; remembers it if so. */
  boolean isDue(String cohort, long context, long agent, long bucketStart) {
    long use = Hash64.pair(context ^ cohort.hashCode(), agent);
    int slot = 2 * ((int) use & SLOTS - 1);
    // Not if sent for a later bucket: until that one closes, nobody would know of this one.
    if (sent[slot] == use
        && sent[slot + 1] <= bucketStart
        && Math.floorDiv(sent[slot + 1], DAY_MILLIS) == Math.floorDiv(bucketStart, DAY_MILLIS)) {
      return false;
    }
    sent[slot] = use;
    sent[slot + 1] = bucketStart;
    return true;
  }
}
