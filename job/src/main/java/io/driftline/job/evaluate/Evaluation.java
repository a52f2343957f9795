package io.driftline.job.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Measures scored events against labels. */
public final class Evaluation {

  private final Labels labels;
  private final AttackLedger attacks;
  private final List<ScoredEvent> testEvents = new ArrayList<>();
  private final Map<SessionLabel, Double> sessionScores = new LinkedHashMap<>();
  private long unlabelled;

  private Evaluation(Labels labels) {
    this.labels = labels;
    this.attacks = new AttackLedger(labels);
  }

  /**
   * Measures the events. Without labels, or with none that apply, it only counts.
   *
   * @param events every event once, in the order in which it was scored
   * @param labels what is known to be true of them
   */
  public static EvaluationResult of(List<ScoredEvent> events, Labels labels) {
    Evaluation evaluation = new Evaluation(labels);
    events.forEach(evaluation::add);
    return evaluation.result(events);
  }

  private void add(ScoredEvent event) {
    labels.labelOf(event).ifPresentOrElse(label -> addLabelled(event, label), () -> unlabelled++);
  }

  private void addLabelled(ScoredEvent event, SessionLabel label) {
    if (label.phase() != Phase.TEST) {
      return;
    }
    testEvents.add(event);
    attacks.observe(event, label, isMalicious(event));
    if (event.sessionId() != null) {
      sessionScores.merge(label, event.score(), Math::max);
    }
  }

  private EvaluationResult result(List<ScoredEvent> events) {
    return new EvaluationResult(
        events.size(),
        count(events, ScoredEvent::alert),
        count(events.subList(events.size() / 2, events.size()), ScoredEvent::alert),
        unlabelled,
        unscoredMalicious(),
        RankingQuality.of(ranking(testEvents, ScoredEvent::score, this::isMalicious)),
        RankingQuality.of(
            ranking(sessionScores.entrySet(), Map.Entry::getValue, s -> s.getKey().hijacked())),
        alertQuality(),
        attacks.detection());
  }

  private AlertQuality alertQuality() {
    return new AlertQuality(
        testEvents.size(),
        count(testEvents, this::isMalicious),
        count(testEvents, ScoredEvent::alert),
        count(testEvents, event -> event.alert() && isMalicious(event)));
  }

  private long unscoredMalicious() {
    Set<String> missing = new HashSet<>();
    labels.all().stream()
        .filter(label -> label.phase() == Phase.TEST)
        .forEach(label -> missing.addAll(label.maliciousEventIds()));
    testEvents.forEach(event -> missing.remove(event.eventId()));
    return missing.size();
  }

  private boolean isMalicious(ScoredEvent event) {
    return labels.isMalicious(event.eventId());
  }

  private static long count(List<ScoredEvent> events, Predicate<ScoredEvent> condition) {
    return events.stream().filter(condition).count();
  }

  private static <T> Ranking ranking(
      Collection<T> rows, ToDoubleFunction<T> score, Predicate<T> positive) {
    double[] scores = rows.stream().mapToDouble(score).toArray();
    boolean[] positives = new boolean[scores.length];
    int row = 0;
    for (T each : rows) {
      positives[row++] = positive.test(each);
    }
    return Ranking.of(scores, positives);
  }
}
