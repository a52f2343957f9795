package io.driftline.job.cli.faults;

import io.driftline.job.config.OutputTopics;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;

/**
 * How far the job has come, as the brokers know it. What it has read and committed is covered by a
 * checkpoint.
 */
final class JobProgress {

  private final Admin admin;
  private final OutputTopics topics;

  JobProgress(Admin admin, OutputTopics topics) {
    this.admin = admin;
    this.topics = topics;
  }

  /** Records of activity that the job has read. */
  long read() throws Exception {
    return read(topics.prefix());
  }

  /** Records about agents and people that the job has read. */
  long readOfRegistry() throws Exception {
    return read(topics.prefix() + "-registry");
  }

  private long read(String group) throws Exception {
    return admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .values()
        .stream()
        .mapToLong(offset -> offset.offset())
        .sum();
  }

  /** Records of the audit trail that the job has committed. */
  long committedAudit() throws Exception {
    return ends(List.of(topics.audit()), IsolationLevel.READ_COMMITTED);
  }

  /** Whether an open transaction holds the readers of some output back. */
  boolean hasOpenOutput() throws Exception {
    return ends(topics.all(), IsolationLevel.READ_COMMITTED)
        != ends(topics.all(), IsolationLevel.READ_UNCOMMITTED);
  }

  private long ends(List<String> some, IsolationLevel isolation) throws Exception {
    return TopicEnds.sum(admin, some, isolation);
  }
}
