package io.driftline.job.identify;

import io.driftline.activity.AgentAction;
import io.driftline.job.ingest.AgentActionJson;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.Rejection;
import io.driftline.job.ingest.SourcePosition;
import io.driftline.job.metric.Metric;
import io.driftline.job.state.ShareValues;
import io.driftline.registry.AdmissionLedger;
import java.io.IOException;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;

/**
 * Lets in only so many agents that nobody registered and nobody has seen before: each share of the
 * agents has its part of the limit. What is left out is counted, and told as a dead letter when the
 * count of an hour reaches a power of ten: soon, and not more often than people can read.
 */
final class Admission {

  private static final String STATE = "admission";
  private static final int TEN = 10;

  private final ShareValues<AdmissionLedger> ledgers;
  private final int limit;
  private final int shares;
  private final Counter unadmitted;

  private Admission(
      ShareValues<AdmissionLedger> ledgers, int limit, int shares, Counter unadmitted) {
    this.ledgers = ledgers;
    this.limit = limit;
    this.shares = shares;
    this.unadmitted = unadmitted;
  }

  /**
   * To be called when {@code operator} opens.
   *
   * @param newAgents how many of all shares are let in within a day
   */
  static Admission open(AbstractStreamOperator<?> operator, int newAgents) throws Exception {
    int shares = operator.getRuntimeContext().getTaskInfo().getMaxNumberOfParallelSubtasks();
    return new Admission(
        ShareValues.open(operator, STATE, new StoredAdmission()),
        (int) (((long) newAgents + shares - 1) / shares),
        shares,
        Metric.ACTIVITY_UNADMITTED.counter(operator.getMetricGroup()));
  }

  /** Gets the dead letter of an action, if it is to be told. */
  @FunctionalInterface
  interface Teller {
    void tell(DeadLetter letter);
  }

  /** Whether the new agent of {@code action} is let in. */
  boolean admit(AgentAction action, long time, Teller teller) throws IOException {
    AdmissionLedger ledger = ledgers.change(action.agentId());
    if (ledger.admit(time, limit)) {
      return true;
    }
    unadmitted.inc();
    if (isPowerOfTen(ledger.refused())) {
      teller.tell(letter(action, ledger.refused()));
    }
    return false;
  }

  void flush() throws IOException {
    ledgers.flush();
  }

  private DeadLetter letter(AgentAction action, long count) {
    return DeadLetter.of(
        Rejection.UNADMITTED,
        ("agent %s is neither registered nor known, and its share, one of %d, has let in %d such"
                + " agents within 24 hours; %d actions of this hour are left out so far. Register the"
                + " agents that are meant to be, find out who makes up the others, or raise"
                + " driftline.admission.new-agents")
            .formatted(action.agentId(), shares, limit, count),
        new SourcePosition("identify", SourcePosition.NO_PARTITION, count),
        AgentActionJson.write(action));
  }

  private static boolean isPowerOfTen(long count) {
    long power = 1;
    while (power < count) {
      power *= TEN;
    }
    return power == count;
  }
}
