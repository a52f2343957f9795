package io.driftline.job.control;

import io.driftline.decide.ThresholdPolicy;
import io.driftline.job.ingest.Rejection;
import io.driftline.job.tune.PublishedPolicy;

/** Decodes a whole policy; a message of which any part is wrong says nothing. */
final class PolicyMessage {

  private PolicyMessage() {}

  static PublishedPolicy decode(MessageFields message, long time) throws Refused {
    long version = message.count("version");
    message.text("by");
    message.text("reason");
    Long from = message.textOrNull("from") == null ? null : (Long) message.time("from");
    PolicyReader reader = PolicyReader.read(message.message());
    if (!reader.faults().isEmpty()) {
      PolicyFault first = reader.faults().get(0);
      throw new Refused(first.reason(), first.message());
    }
    return PublishedPolicy.of(policy(reader, version), from, time);
  }

  private static ThresholdPolicy policy(PolicyReader reader, long version) throws Refused {
    try {
      return reader.policy(version);
    } catch (IllegalArgumentException e) {
      throw new Refused(Rejection.INCONSISTENT, e.getMessage());
    }
  }
}
