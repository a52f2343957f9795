package io.driftline.job.metric;

import static io.driftline.job.metric.MetricKind.COUNTER;
import static io.driftline.job.metric.MetricKind.GAUGE;
import static io.driftline.job.metric.MetricKind.HISTOGRAM;

import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * Everything the job counts or measures about itself: name, kind, unit, meaning, labels. Operators
 * register through it, and docs/metrics.md is made from it.
 */
public enum Metric {
  ACTIVITY_RECEIVED("activity.received", COUNTER, "records", "Records of activity, good or not."),
  ACTIVITY_DECODED("activity.decoded", COUNTER, "records", "Records that are an action."),
  DEAD_LETTERS(
      "activity.dead_letter",
      COUNTER,
      "records",
      "Records of activity that are none, by the reason in the dead letter.",
      "reason"),
  ACTIVITY_LATE(
      "activity.late",
      COUNTER,
      "actions",
      "Actions that came after the watermark had passed their time; handled and marked."),
  ACTIVITY_DUPLICATES(
      "activity.duplicates", COUNTER, "actions", "Actions dropped because they were repeats."),
  ACTIVITY_UNADMITTED(
      "activity.unadmitted",
      COUNTER,
      "actions",
      "Actions of agents that nobody registered or knows and that were not let in, see"
          + " docs/admission.md."),
  REGISTRY_ACCEPTED(
      "registry.accepted", COUNTER, "records", "Records of agents and people.", "subject"),
  REGISTRY_REFUSED(
      "registry.refused",
      COUNTER,
      "records",
      "Records of agents and people that say nothing, by the reason in the dead letter.",
      "reason"),
  DELEGATION_TRACED(
      "delegation.traced", COUNTER, "actions", "Delegated actions traced to who asked first."),
  DELEGATION_LOST(
      "delegation.lost", COUNTER, "actions", "Delegated actions of which a caller is not known."),
  AUTHORITY_ACCUSED(
      "authority.accused", COUNTER, "uses", "Uses of a right that somebody in the chain lacks."),
  AUTHORITY_WITHDRAWN(
      "authority.withdrawn", COUNTER, "uses", "Such uses found to be fine by a late record."),
  ACTIONS_WARMING_UP(
      "actions.warming_up",
      COUNTER,
      "actions",
      "Actions whose agent had a maturity below 1: fewer than 200 actions, or than 7 days."),
  ACTIONS_SCORED("actions.scored", COUNTER, "actions", "Actions scored."),
  ACTIONS_SCORED_WITHOUT_MODEL(
      "actions.scored_without_model",
      COUNTER,
      "actions",
      "Of those: judged by surprise alone, for want of a model."),
  ACTIONS_SCORED_BY_INITIAL_MODEL(
      "actions.scored_by_initial_model",
      COUNTER,
      "actions",
      "Of those: judged by the model for cohorts that have none of their own yet."),
  ACTION_SCORE(
      "actions.score",
      HISTOGRAM,
      "points",
      "Scores from 0 to 100, rounded down: 75 means one action in a thousand."),
  ACTION_LATENCY(
      "actions.latency",
      HISTOGRAM,
      "milliseconds",
      "From the time that an action bears until it is scored, by the clock of the TaskManager; 0 if"
          + " that clock is behind. It holds all delays: of the system that reports the action, of"
          + " Kafka, and of the job. While history is replayed it is the age of history."),
  ANOMALY_LATENCY(
      "anomalies.latency",
      HISTOGRAM,
      "milliseconds",
      "The same of the actions that were raised. They can be read with the next checkpoint."),
  ANOMALIES_RAISED("anomalies.raised", COUNTER, "anomalies", "Anomalies.", "severity"),
  ANOMALIES_MUTED(
      "anomalies.muted_by_feedback",
      COUNTER,
      "actions",
      "Actions that would have been raised but for what people said of others like them."),
  MODEL_COHORTS(
      "models.cohorts",
      GAUGE,
      "cohorts",
      "Cohorts that have a model of their own in this subtask."),
  MODEL_VERSION(
      "models.version",
      GAUGE,
      "seconds since 1970",
      "Which model judged the cohort's latest action: end of its training window. 0 for the"
          + " initial model.",
      "cohort"),
  MODEL_AGE(
      "models.age",
      GAUGE,
      "seconds",
      "How long before the cohort's latest action the training window of the model that judged it"
          + " had ended, in event time. 0 for the initial model.",
      "cohort"),
  MODELS_TRAINED("models.trained", COUNTER, "models", "Models that replaced another."),
  MODELS_REJECTED(
      "models.rejected", COUNTER, "models", "Models that failed their trial; the log says why."),
  MODEL_SCORE_DRIFT(
      "models.score_drift",
      GAUGE,
      "index",
      "Population stability index of the cohort's recent scores against those its model was"
          + " trained on: 0.1 is little, 0.25 is much.",
      "cohort"),
  DRIFT_FOUND("drift.found", COUNTER, "drifts", "Drifts, by kind.", "kind"),
  DRIFT_ACCEPTED("drift.accepted", COUNTER, "drifts", "Drifts that people accepted."),
  DRIFT_TOO_LATE(
      "drift.too_late", COUNTER, "actions", "Actions too late to be counted on their day."),
  FINDINGS_OPENED("findings.opened", COUNTER, "findings", "Findings that began.", "rule"),
  FINDINGS_RESOLVED("findings.resolved", COUNTER, "findings", "Findings that are over.", "rule"),
  OWNERS_AGENTS_FORGOTTEN(
      "owners.agents_forgotten",
      COUNTER,
      "agents",
      "Agents of an owner of more than 1,024, who are not told of changes to that owner."),
  INCIDENTS_TOLD(
      "incidents.told",
      COUNTER,
      "records",
      "Records of incidents, by what they say and by severity.",
      "change",
      "severity"),
  INCIDENT_LATENCY(
      "incidents.latency",
      HISTOGRAM,
      "milliseconds",
      "From the time of what opened an incident until it is told, as actions.latency."),
  SIGNALS_HIDDEN(
      "signals.hidden", COUNTER, "signals", "What was raised and called nobody.", "cause"),
  RELATIONSHIPS_NEW("relationships.new", COUNTER, "edges", "Edges seen for the first time."),
  AUDIT_RECORDS("audit.records", COUNTER, "records", "Actions in the audit trail."),
  AUDIT_WITHOUT_REQUESTER(
      "audit.without_requester", COUNTER, "records", "Of those: nobody knows who asked."),
  AUDIT_WITHOUT_OUTCOME(
      "audit.without_outcome", COUNTER, "records", "Of those: the system's answer is not known."),
  AUDIT_COMPLETE("audit.complete", COUNTER, "records", "Of those: both are known."),
  AUDIT_COMPLETENESS(
      "audit.completeness",
      GAUGE,
      "share",
      "Share of the complete, 0 to 1; 1 while there is none."),
  CONTROL_ACCEPTED("control.accepted", COUNTER, "messages", "Control messages taken."),
  CONTROL_REFUSED(
      "control.refused", COUNTER, "messages", "Control messages refused; they are dead letters."),
  CONTROL_REFUSED_SIGNATURE(
      "control.refused_signature",
      COUNTER,
      "messages",
      "Of those: unsigned, or signed by somebody else."),
  CONTROL_THRESHOLDS_VERSION(
      "control.thresholds_version",
      GAUGE,
      "version",
      "The version of the thresholds that were accepted last; 0 for none."),
  STATE_CACHED_KEYS(
      "state.cached_keys",
      GAUGE,
      "keys",
      "Keys whose state an operator has in memory; at most driftline.state.cached-agents."),
  STATE_COHORTS("state.cohorts", GAUGE, "cohorts", "Cohorts whose peers' baseline is known.");

  /** Values that a histogram keeps per subtask: the latest. */
  static final int HISTOGRAM_WINDOW = 2_048;

  private static final String REPORTED_OPERATOR = "flink_taskmanager_job_task_operator";

  private final String id;
  private final MetricKind kind;
  private final String unit;
  private final String text;
  private final List<String> labels;

  Metric(String id, MetricKind kind, String unit, String text, String... labels) {
    this.id = id;
    this.kind = kind;
    this.unit = unit;
    this.text = text;
    this.labels = List.of(labels);
  }

  /**
   * Registers this counter with one operator.
   *
   * @param values one for each label
   */
  public Counter counter(MetricGroup operator, String... values) {
    require(COUNTER);
    return labelled(operator, values).counter(id);
  }

  /**
   * Registers this gauge with one operator; it is asked from another thread.
   *
   * @param values one for each label
   */
  public void gauge(MetricGroup operator, Supplier<? extends Number> reading, String... values) {
    require(GAUGE);
    labelled(operator, values).gauge(id, (Gauge<Number>) reading::get);
  }

  /** Registers this histogram with one operator; an update costs a write into an array. */
  public Histogram histogram(MetricGroup operator) {
    require(HISTOGRAM);
    return labelled(operator).histogram(id, new DescriptiveStatisticsHistogram(HISTOGRAM_WINDOW));
  }

  private MetricGroup labelled(MetricGroup operator, String... values) {
    if (values.length != labels.size()) {
      throw new IllegalArgumentException(
          "%s has the labels %s, got %d values".formatted(id, labels, values.length));
    }
    MetricGroup group = operator;
    for (int i = 0; i < values.length; i++) {
      group = group.addGroup(labels.get(i), values[i]);
    }
    return group;
  }

  private void require(MetricKind registered) {
    if (kind != registered) {
      throw new IllegalArgumentException(id + " is a " + kind + ", not a " + registered);
    }
  }

  /** The name in Flink, for example {@code actions.scored}. */
  public String id() {
    return id;
  }

  public MetricKind kind() {
    return kind;
  }

  /** What one of it is. */
  public String unit() {
    return unit;
  }

  /** One sentence or more for people. */
  public String text() {
    return text;
  }

  /** What it is told apart by, each in its own label; none for most. */
  public List<String> labels() {
    return labels;
  }

  /** The name that Flink's Prometheus reporter gives it: labels are part of the scope. */
  public String prometheusName() {
    StringBuilder name = new StringBuilder(REPORTED_OPERATOR);
    labels.forEach(label -> name.append('_').append(label));
    return name.append('_').append(id.replace('.', '_')).toString();
  }
}
