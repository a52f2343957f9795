package io.driftline.decide;

import io.driftline.forest.Detector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The latest verdicts of people on anomalies, one for each anomaly, and what follows from them.
 *
 * <p>With f false and t true positives among the verdicts on a pattern of an agent, each counting
 * half after {@value #HALF_LIFE_DAYS} days, such actions' lines are 25·log10((1 + f)/(1 + t))
 * points higher, at most {@value #MOST_POINTS}: to be right once in (1 + f)/(1 + t) is to mean as
 * many times less. That may be beyond 100, which no shown score reaches: then the pattern is mute
 * until the verdicts have faded. It is so for the detectors that the verdicts were about alone.
 *
 * <p>Bounded: at most {@value #MOST} verdicts, {@value #MOST_OF_PATTERN} of one pattern; the oldest
 * goes first. The result depends on which verdicts came, not on how they were asked for. Not
 * thread-safe.
 */
public final class FeedbackLog {

  /** Most verdicts kept. */
  public static final int MOST = 10_000;

  /** Most verdicts kept of one pattern. */
  public static final int MOST_OF_PATTERN = 200;

  /** The line is never raised by more. */
  public static final double MOST_POINTS = 50;

  /** After so many days a verdict counts half. */
  public static final int HALF_LIFE_DAYS = 90;

  /** A verdict is forgotten when it counts a sixteenth. */
  private static final int FORGOTTEN_AFTER = 4;

  private static final double POINTS_PER_DECADE = 25;
  private static final double HALF_LIFE_MILLIS = HALF_LIFE_DAYS * 86_400_000.0;

  private static final Comparator<Feedback> OLDEST_FIRST =
      Comparator.comparingLong(Feedback::time).thenComparingLong(Feedback::alert);

  private final Map<Long, Feedback> byAlert = new HashMap<>();
  private final Map<Long, TreeSet<Feedback>> byPattern = new HashMap<>();
  private final TreeSet<Feedback> all = new TreeSet<>(OLDEST_FIRST);

  /** Takes a verdict in; a later one on the same anomaly takes the place of the former. */
  public void take(Feedback verdict) {
    Feedback before = byAlert.get(verdict.alert());
    if (before != null) {
      if (before.time() > verdict.time()) {
        return;
      }
      drop(before);
    }
    keep(verdict);
    TreeSet<Feedback> ofPattern = byPattern.get(verdict.pattern());
    if (ofPattern.size() > MOST_OF_PATTERN) {
      drop(ofPattern.first());
    }
    if (all.size() > MOST) {
      drop(all.first());
    }
    forgetBefore(all.last().time() - (long) (FORGOTTEN_AFTER * HALF_LIFE_MILLIS));
  }

  /** Whether there is no verdict at all. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * By how much the line of a detector is raised for actions of a pattern.
   *
   * @param pattern see {@link Feedback#patternOf}
   * @param time of the action, epoch milliseconds
   * @param known verdicts later than this are not known yet; {@link Long#MAX_VALUE} for all
   * @return points, from 0 to {@value #MOST_POINTS}
   */
  public double raise(long pattern, Detector detector, long time, long known) {
    double harmless = 0;
    double harmful = 0;
    for (Feedback each : of(pattern)) {
      if (each.isAbout(detector.ordinal()) && each.time() <= known) {
        harmless += each.kind() == FeedbackKind.FALSE_POSITIVE ? weight(each, time) : 0;
        harmful += each.kind() == FeedbackKind.TRUE_POSITIVE ? weight(each, time) : 0;
      }
    }
    double points = POINTS_PER_DECADE * StrictMath.log10((1 + harmless) / (1 + harmful));
    return Math.min(MOST_POINTS, Math.max(0, points));
  }

  /**
   * The latest verdict on an action that tells the baseline what to do: a true positive is not to
   * be learnt, a benign one is to be usual. {@code null} if there is none.
   *
   * @param resource fingerprint of the action's resource
   * @param known verdicts later than this are not known yet
   */
  public FeedbackKind lesson(long pattern, long resource, long known) {
    FeedbackKind lesson = null;
    for (Feedback each : of(pattern)) {
      boolean teaches = each.kind() != FeedbackKind.FALSE_POSITIVE;
      if (teaches && each.time() <= known && each.isAboutResource(resource)) {
        lesson = each.kind();
      }
    }
    return lesson;
  }

  /** All verdicts, the oldest first. */
  public List<Feedback> all() {
    return new ArrayList<>(all);
  }

  private Iterable<Feedback> of(long pattern) {
    TreeSet<Feedback> verdicts = byPattern.get(pattern);
    return verdicts == null ? List.of() : verdicts;
  }

  private static double weight(Feedback verdict, long time) {
    double age = Math.max(0, time - verdict.time());
    return StrictMath.pow(2, -age / HALF_LIFE_MILLIS);
  }

  private void forgetBefore(long time) {
    while (all.first().time() < time) {
      drop(all.first());
    }
  }

  private void keep(Feedback verdict) {
    byAlert.put(verdict.alert(), verdict);
    all.add(verdict);
    byPattern.computeIfAbsent(verdict.pattern(), key -> new TreeSet<>(OLDEST_FIRST)).add(verdict);
  }

  private void drop(Feedback verdict) {
    byAlert.remove(verdict.alert());
    all.remove(verdict);
    TreeSet<Feedback> ofPattern = byPattern.get(verdict.pattern());
    ofPattern.remove(verdict);
    if (ofPattern.isEmpty()) {
      byPattern.remove(verdict.pattern());
    }
  }
}
