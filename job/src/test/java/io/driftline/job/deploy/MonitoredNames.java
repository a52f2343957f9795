package io.driftline.job.deploy;

import io.driftline.job.metric.Metric;
import io.driftline.job.metric.MetricKind;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of metrics in queries, and those that are told. */
final class MonitoredNames {

  /** What is watched of Flink and its Kafka connector; an integration test asks them for it. */
  static final Set<String> OF_FLINK =
      Set.of(
          "flink_jobmanager_numRunningJobs",
          "flink_jobmanager_job_uptime",
          "flink_jobmanager_job_numRestarts",
          "flink_jobmanager_job_numberOfCompletedCheckpoints",
          "flink_jobmanager_job_numberOfFailedCheckpoints",
          "flink_jobmanager_job_lastCheckpointDuration",
          "flink_taskmanager_job_task_operator_pendingRecords");

  private static final Pattern NAME = Pattern.compile("\\bflink_\\w+");

  private MonitoredNames() {}

  /** The metrics that a query asks for. */
  static Set<String> in(String query) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = NAME.matcher(query);
    while (matcher.find()) {
      names.add(matcher.group());
    }
    return names;
  }

  /** All that may be asked for. */
  static Set<String> told() {
    Set<String> names = new TreeSet<>(OF_FLINK);
    Stream.of(Metric.values()).map(Metric::prometheusName).forEach(names::add);
    Stream.of(Metric.values())
        .filter(metric -> metric.kind() == MetricKind.HISTOGRAM)
        .map(metric -> metric.prometheusName() + "_count")
        .forEach(names::add);
    return names;
  }
}
