package io.driftline.job;

import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftEvent;
import io.driftline.incident.HiddenCount;
import io.driftline.incident.Incident;
import io.driftline.job.audit.AuditRecord;
import io.driftline.job.detect.JudgedAction;
import io.driftline.job.detect.ScoredAction;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.posture.CredentialEntry;
import io.driftline.posture.Finding;
import io.driftline.relation.Edge;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Where the results go: Kafka, a terminal, a test. Each method attaches a sink. */
public interface Outputs {

  void anomalies(DataStream<Anomaly> anomalies);

  void drift(DataStream<DriftEvent> drift);

  void deadLetters(DataStream<DeadLetter> deadLetters);

  /** What is wrong by the registry; called only where there is one. */
  void findings(DataStream<Finding> findings);

  /** Whether what is raised is to be made incidents of. */
  default boolean wantsIncidents() {
    return false;
  }

  /** What belongs together of all that is raised, and how much of it was hidden. */
  default void incidents(DataStream<Incident> incidents, DataStream<HiddenCount> hidden) {
    throw new IllegalStateException("incidents were not asked for");
  }

  /** Whether what is not about something wrong may be called: inventory, relationships, audit. */
  default boolean wantsTrail() {
    return false;
  }

  /** Which agent uses which credential; called only where there is a registry. */
  default void credentials(DataStream<CredentialEntry> inventory) {
    throw new IllegalStateException("credentials were not asked for");
  }

  /** Who reaches what through whom. */
  default void relationships(DataStream<Edge> edges) {
    throw new IllegalStateException("relationships were not asked for");
  }

  /** The record of every action, and the seals of the agents' chains. */
  default void audit(DataStream<AuditRecord> records, DataStream<AuditRecord> seals) {
    throw new IllegalStateException("the audit trail was not asked for");
  }

  /** The record of every change that people made to the running job, in the topic of the trail. */
  default void changes(DataStream<AuditRecord> changes) {
    throw new IllegalStateException("the audit trail was not asked for");
  }

  /**
   * Whether {@link #scores} is to be called: the score of every action is much more than alerts.
   */
  default boolean wantsScores() {
    return false;
  }

  /** The score of every action. */
  default void scores(DataStream<ScoredAction> scores) {
    throw new IllegalStateException("scores were not asked for");
  }

  /** Whether {@link #judged} is to be called: all that was made of every action. */
  default boolean wantsJudged() {
    return false;
  }

  /** Every action, and what was made of it. */
  default void judged(DataStream<JudgedAction> judged) {
    throw new IllegalStateException("judged actions were not asked for");
  }
}
