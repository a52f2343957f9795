package io.driftline.job.cli.bootstrap;

import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftEvent;
import io.driftline.job.Outputs;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.posture.Finding;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Outputs that lead nowhere: what would have been raised in the past calls nobody any more. No
 * incidents and no trail, since those stages remember what they have told.
 */
final class DiscardedOutputs implements Outputs {

  @Override
  public void anomalies(DataStream<Anomaly> anomalies) {
    discard(anomalies, "anomalies");
  }

  @Override
  public void drift(DataStream<DriftEvent> drift) {
    discard(drift, "drift");
  }

  @Override
  public void deadLetters(DataStream<DeadLetter> deadLetters) {
    discard(deadLetters, "dead-letters");
  }

  @Override
  public void findings(DataStream<Finding> findings) {
    discard(findings, "findings");
  }

  private static <T> void discard(DataStream<T> stream, String what) {
    stream.sinkTo(new DiscardingSink<>()).uid("discarded-" + what).name("nowhere");
  }
}
