package io.driftline.posture;

import java.util.Objects;

/**
 * What was told of one use of a right under one rule, in case it has to be taken back.
 *
 * @param rule which was broken
 * @param first time of the earliest action told, epoch milliseconds
 * @param last time of the latest action told, epoch milliseconds
 * @param lastEventId of that action
 * @param count how many actions were told
 */
record ToldUses(PostureRule rule, long first, long last, String lastEventId, long count) {

  ToldUses {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(lastEventId, "lastEventId");
  }

  static ToldUses of(PostureRule rule, AccusedUse told) {
    return new ToldUses(rule, told.time(), told.time(), told.eventId(), told.count());
  }

  /** Both together; they are under one rule. */
  ToldUses and(ToldUses other) {
    ToldUses later = other.last >= last ? other : this;
    return new ToldUses(
        rule, Math.min(first, other.first), later.last, later.lastEventId, count + other.count);
  }
}
