package io.driftline.drift;

import java.util.List;
import java.util.Objects;

/**
 * A slow change of one agent.
 *
 * @param kind what it is
 * @param dimension in what
 * @param began first instant of the day from which it holds, epoch milliseconds
 * @param found end of the day after which it was found, epoch milliseconds
 * @param before the usual number before: actions a working day, share of failures, distinct values
 *     in use, rights held, or the Jensen–Shannon distance from peers; 0 for a mix
 * @param after the same number now
 * @param strength how large it is: for a mix the Jensen–Shannon distance beyond chance, in [0, 1];
 *     for growth the new values a week; for a level the factor by which it is up or down, at least
 *     1; for peers how much further apart, in [0, 1]
 * @param significance how easily chance alone would do as much, a p-value in (0, 1]
 * @param changes what grew and what shrank, the largest changes first
 * @param evidence ids of the first events that carried it, earliest first
 * @param version the agent's version that appeared when it began; {@code null} if none did
 * @param peers how many others the agent was compared with; 0 if it was compared with itself
 */
public record DriftSignal(
    DriftKind kind,
    DriftDimension dimension,
    long began,
    long found,
    double before,
    double after,
    double strength,
    double significance,
    List<ShareChange> changes,
    List<String> evidence,
    String version,
    int peers) {

  public DriftSignal {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(dimension, "dimension");
    if (began >= found) {
      throw new IllegalArgumentException(
          "a drift begins before it is found, got %d and %d".formatted(began, found));
    }
    if (!(strength >= 0 && significance > 0 && significance <= 1)) {
      throw new IllegalArgumentException(
          "strength must be at least 0 and significance in (0, 1], got %s and %s"
              .formatted(strength, significance));
    }
    if (peers < 0) {
      throw new IllegalArgumentException("peers must not be negative, got " + peers);
    }
    changes = List.copyOf(changes);
    evidence = List.copyOf(evidence);
  }

  /** A change of an agent compared with itself. */
  public DriftSignal(
      DriftKind kind,
      DriftDimension dimension,
      long began,
      long found,
      double before,
      double after,
      double strength,
      double significance,
      List<ShareChange> changes,
      List<String> evidence,
      String version) {
    this(
        kind,
        dimension,
        began,
        found,
        before,
        after,
        strength,
        significance,
        changes,
        evidence,
        version,
        0);
  }

  /** What is not raised twice while it lasts. */
  DriftTopic topic() {
    return new DriftTopic(kind, dimension);
  }

  /** The same, with the agent's new version that goes with it. */
  DriftSignal withVersion(String newVersion) {
    return new DriftSignal(
        kind,
        dimension,
        began,
        found,
        before,
        after,
        strength,
        significance,
        changes,
        evidence,
        newVersion,
        peers);
  }
}
