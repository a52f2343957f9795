package io.driftline.job.deploy;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** The names of Flink's options: one that is written wrong would be ignored without a word. */
final class FlinkOptions {

  private static final List<Class<?>> OWNERS =
      List.of(
          CheckpointingOptions.class,
          CoreOptions.class,
          HighAvailabilityOptions.class,
          JobManagerOptions.class,
          RestartStrategyOptions.class,
          StateRecoveryOptions.class,
          TaskManagerOptions.class);

  /** What the reporter and the operator read, which are not in Flink's own lists of options. */
  private static final Set<String> OTHERS =
      Set.of(
          "env.java.opts.taskmanager",
          "metrics.reporter.prom.factory.class",
          "metrics.reporter.prom.port",
          "metrics.reporter.prom.filterLabelValueCharacters",
          "kubernetes.operator.periodic.savepoint.interval",
          "kubernetes.operator.savepoint.history.max.age",
          "kubernetes.operator.savepoint.history.max.count");

  private FlinkOptions() {}

  static Set<String> known() throws IllegalAccessException {
    Set<String> known = new TreeSet<>(OTHERS);
    for (Class<?> owner : OWNERS) {
      for (Field field : owner.getFields()) {
        if (field.getType() == ConfigOption.class) {
          known.add(((ConfigOption<?>) field.get(null)).key());
        }
      }
    }
    return known;
  }
}
