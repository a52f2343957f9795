package io.driftline.relation;

/**
 * How often and when something was done.
 *
 * @param count how many actions, at least 1
 * @param firstSeen time of the first, epoch milliseconds
 * @param lastSeen time of the latest, epoch milliseconds
 */
public record Use(long count, long firstSeen, long lastSeen) {

  static Use of(Edge edge) {
    return new Use(edge.count(), edge.firstSeen(), edge.lastSeen());
  }

  Use and(Use other) {
    return new Use(
        count + other.count,
        Math.min(firstSeen, other.firstSeen),
        Math.max(lastSeen, other.lastSeen));
  }
}
