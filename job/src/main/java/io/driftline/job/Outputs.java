package io.driftline.job;

import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftEvent;
import io.driftline.job.detect.ScoredAction;
import io.driftline.job.ingest.DeadLetter;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Where the results go: Kafka, a terminal, a test. Each method attaches a sink. */
public interface Outputs {

  void anomalies(DataStream<Anomaly> anomalies);

  void drift(DataStream<DriftEvent> drift);

  void deadLetters(DataStream<DeadLetter> deadLetters);

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
}
