package io.driftline.job.cli.demo;

import io.driftline.simulate.AttackKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Keeps count of what was raised. */
final class Scoreboard {

  private final Map<AttackKind, Find> finds = new EnumMap<>(AttackKind.class);
  private final Map<Tag.Kind, Integer> counts = new EnumMap<>(Tag.Kind.class);
  private int whileLearning;
  private Duration firstTrue;

  /**
   * How an attack was found.
   *
   * @param firstAction the place among its malicious actions of the earliest one raised, from 1
   * @param raised how many of its malicious actions were raised, at least 1
   */
  record Find(int firstAction, int raised) {

    Find with(Find other) {
      return new Find(Math.min(firstAction, other.firstAction), raised + other.raised);
    }
  }

  /** Notes an anomaly of the watched part, seen {@code elapsed} after the demo began. */
  void add(Tag tag, Duration elapsed) {
    counts.merge(tag.kind(), 1, Integer::sum);
    if (tag.kind() == Tag.Kind.SCRIPTED) {
      firstTrue = firstTrue == null ? elapsed : firstTrue;
      finds.merge(tag.step().attack(), new Find(tag.step().number(), 1), Find::with);
    }
  }

  /** Notes an anomaly of the part that was there to learn from. */
  void addWhileLearning() {
    whileLearning++;
  }

  /** How the attack was found; {@code null} if it was not. */
  Find find(AttackKind attack) {
    return finds.get(attack);
  }

  int found() {
    return finds.size();
  }

  /** Anomalies of the watched part. */
  int raised() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  int count(Tag.Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  int whileLearning() {
    return whileLearning;
  }

  /** When the first scripted attack was seen, since the demo began; {@code null} if none was. */
  Duration firstTrue() {
    return firstTrue;
  }
}
