package io.driftline.job.posture;

import io.driftline.job.metric.CounterPerValue;
import io.driftline.job.metric.Metric;
import io.driftline.posture.Finding;
import io.driftline.posture.FindingStatus;
import io.driftline.posture.PostureRule;
import org.apache.flink.metrics.MetricGroup;

/** Counts the findings of a stage by rule, as they begin and end. */
final class FindingCounters {

  private final CounterPerValue<PostureRule> opened;
  private final CounterPerValue<PostureRule> resolved;

  FindingCounters(MetricGroup operator) {
    opened = perRule(Metric.FINDINGS_OPENED, operator);
    resolved = perRule(Metric.FINDINGS_RESOLVED, operator);
  }

  void count(Finding finding) {
    if (finding.status() == FindingStatus.OPEN) {
      opened.inc(finding.rule());
    } else if (finding.status() == FindingStatus.RESOLVED) {
      resolved.inc(finding.rule());
    }
  }

  private static CounterPerValue<PostureRule> perRule(Metric metric, MetricGroup operator) {
    return CounterPerValue.of(metric, operator, PostureRule.class, PostureRule::id);
  }
}
