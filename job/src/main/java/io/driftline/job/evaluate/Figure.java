package io.driftline.job.evaluate;

import java.util.OptionalDouble;
import java.util.function.Function;

/** The figures by which detection is judged, in the order in which they are reported. */
public enum Figure {
  EVENT_ROC_AUC("event", "roc_auc", "event ROC-AUC", 3, r -> r.event().rocAuc()),
  EVENT_AP("event", "average_precision", "event AP", 3, r -> r.event().averagePrecision()),
  EVENT_RECALL_1(
      "event", "recall_at_fpr_1", "event recall@1%FPR", 3, r -> r.event().recallAtFpr1()),
  EVENT_RECALL_5(
      "event", "recall_at_fpr_5", "event recall@5%FPR", 3, r -> r.event().recallAtFpr5()),
  SESSION_ROC_AUC("session", "roc_auc", "session ROC-AUC", 3, r -> r.session().rocAuc()),
  SESSION_AP("session", "average_precision", "session AP", 3, r -> r.session().averagePrecision()),
  SESSION_RECALL_1(
      "session", "recall_at_fpr_1", "session recall@1%FPR", 3, r -> r.session().recallAtFpr1()),
  SESSION_RECALL_5(
      "session", "recall_at_fpr_5", "session recall@5%FPR", 3, r -> r.session().recallAtFpr5()),
  ALERTS(
      "alerting",
      "alerts_per_1000_events_after_warm_up",
      "alerts per 1,000 events",
      2,
      EvaluationResult::alertsPerThousandAfterWarmUp),
  FOUND("alerting", "sessions_found", "hijacked sessions found", 3, r -> r.attacks().shareFound()),
  EVENTS_TO_ALERT(
      "alerting",
      "median_events_to_alert",
      "events until the alert",
      1,
      r -> r.attacks().medianEventsToAlert());

  private final String topic;
  private final String code;
  private final String label;
  private final int decimals;
  private final Function<EvaluationResult, OptionalDouble> value;

  Figure(
      String topic,
      String code,
      String label,
      int decimals,
      Function<EvaluationResult, OptionalDouble> value) {
    this.topic = topic;
    this.code = code;
    this.label = label;
    this.decimals = decimals;
    this.value = value;
  }

  /** What it judges: {@code event}, {@code session} or {@code alerting}. */
  public String topic() {
    return topic;
  }

  /** The name used in JSON, within the topic. */
  public String code() {
    return code;
  }

  /** The name used in text, the topic included. */
  public String label() {
    return label;
  }

  /** How many decimals are worth printing. */
  public int decimals() {
    return decimals;
  }

  /** This figure of an evaluation; empty where undefined. */
  public OptionalDouble of(EvaluationResult result) {
    return value.apply(result);
  }
}
