package io.driftline.job.cli.forward;

import io.driftline.job.config.OutputTopics;
import java.util.function.Function;

/** What can be forwarded by its kind. */
enum Kind {
  INCIDENT(OutputTopics::incidents),
  ANOMALY(OutputTopics::anomalies),
  DRIFT(OutputTopics::drift),
  FINDING(OutputTopics::findings);

  private final Function<OutputTopics, String> topic;

  Kind(Function<OutputTopics, String> topic) {
    this.topic = topic;
  }

  /** The topic that the job writes it to. */
  String topic(OutputTopics topics) {
    return topic.apply(topics);
  }
}
