package io.driftline.job.audit;

import io.driftline.activity.AgentAction;
import io.driftline.job.metric.Metric;
import io.driftline.job.profile.ProfiledAction;
import io.driftline.registry.Authority;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** How many actions can be audited: it is known who asked, and how the system answered. */
final class Completeness {

  private final Counter records;
  private final Counter withoutRequester;
  private final Counter withoutOutcome;
  private final Counter complete;

  private Completeness(MetricGroup metrics) {
    records = Metric.AUDIT_RECORDS.counter(metrics);
    withoutRequester = Metric.AUDIT_WITHOUT_REQUESTER.counter(metrics);
    withoutOutcome = Metric.AUDIT_WITHOUT_OUTCOME.counter(metrics);
    complete = Metric.AUDIT_COMPLETE.counter(metrics);
  }

  /** Starts to count, as metrics of an operator. */
  static Completeness register(MetricGroup metrics) {
    Completeness completeness = new Completeness(metrics);
    Metric.AUDIT_COMPLETENESS.gauge(metrics, completeness::share);
    return completeness;
  }

  void count(ProfiledAction profiled) {
    boolean requester = hasRequester(profiled.action(), profiled.authority());
    boolean outcome = profiled.action().outcome() != null;
    records.inc();
    withoutRequester.inc(requester ? 0 : 1);
    withoutOutcome.inc(outcome ? 0 : 1);
    complete.inc(requester && outcome ? 1 : 0);
  }

  /** In [0, 1]; 1 as long as there is no record. */
  private double share() {
    return records.getCount() == 0 ? 1 : (double) complete.getCount() / records.getCount();
  }

  private static boolean hasRequester(AgentAction action, Authority authority) {
    return action.requester() != null || authority != null && authority.requester() != null;
  }
}
