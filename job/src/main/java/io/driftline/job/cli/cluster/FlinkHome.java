package io.driftline.job.cli.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessSpec;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/** What Flink's distribution would be: configuration, jars, and how its programs are started. */
final class FlinkHome {

  private static final List<String> OPENED =
      List.of(
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED");

  private static final String LOGGING =
      """
      rootLogger.level = INFO
      rootLogger.appenderRef.console.ref = console
      appender.console.name = console
      appender.console.type = CONSOLE
      appender.console.layout.type = PatternLayout
      appender.console.layout.pattern = %d{ISO8601} %-5p [%t] %c{1} - %m%n%xEx
      logger.metrics.name = org.apache.flink.metrics
      logger.metrics.level = ERROR
      logger.names.name = org.apache.flink.runtime.metrics
      logger.names.level = ERROR
      logger.kafka.name = org.apache.kafka
      logger.kafka.level = WARN
      """;

  private final Path folder;
  private final Configuration configuration;
  private final String optimising;
  private final List<Path> jars = FlinkJars.ofTheCluster();

  private FlinkHome(Path folder, Configuration configuration, boolean shortLived) {
    this.folder = folder;
    this.configuration = configuration;
    this.optimising =
        shortLived ? "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC" : "-XX:+UseParallelGC";
  }

  /** Writes the configuration to {@code folder}. */
  static FlinkHome create(Path folder, Configuration configuration, boolean shortLived)
      throws IOException {
    FlinkHome home = new FlinkHome(folder, configuration, shortLived);
    Files.createDirectories(home.conf());
    Files.createDirectories(folder.resolve("tmp"));
    Files.writeString(home.conf().resolve("config.yaml"), yaml(configuration.toMap()));
    Files.writeString(home.conf().resolve("log4j.properties"), LOGGING);
    return home;
  }

  List<String> jobManager() {
    JobManagerProcessSpec spec = JobManagerProcessUtils.processSpecFromConfig(configuration);
    return command(
        JobManagerProcessUtils.generateJvmParametersStr(spec, configuration) + " " + optimising,
        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
        withConfDir(JobManagerProcessUtils.generateDynamicConfigsStr(spec)));
  }

  /** Yields to the others: on a machine of few cores its work would let sessions run out. */
  List<String> taskManager() {
    TaskExecutorProcessSpec spec = TaskExecutorProcessUtils.processSpecFromConfig(configuration);
    List<String> yielding = new ArrayList<>(List.of("nice", "-n", "5"));
    yielding.addAll(
        command(
            ProcessMemoryUtils.generateJvmParametersStr(spec) + " " + optimising,
            "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
            withConfDir(TaskExecutorProcessUtils.generateDynamicConfigsStr(spec))));
    return yielding;
  }

  /** A ZooKeeper server of Flink's own. */
  List<String> zooKeeper(Path properties) {
    return command(
        "-Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1",
        "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer",
        List.of("--zkConfigFile", properties.toString(), "--peerId", "1"));
  }

  /** Flink's command line. */
  List<String> commandLine(List<String> arguments) {
    return command(
        "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1",
        "org.apache.flink.client.cli.CliFrontend",
        arguments);
  }

  /** What its programs want to find in their environment. */
  Map<String, String> environment() {
    return Map.of("FLINK_CONF_DIR", conf().toString());
  }

  private Path conf() {
    return folder.resolve("conf");
  }

  private List<String> withConfDir(String options) {
    List<String> arguments = new ArrayList<>(List.of("--configDir", conf().toString()));
    arguments.addAll(words(options));
    return arguments;
  }

  private List<String> command(String options, String mainClass, List<String> arguments) {
    List<String> all = new ArrayList<>(OPENED);
    all.addAll(words(options));
    all.add("-Djava.io.tmpdir=" + folder.resolve("tmp"));
    all.add("-Dlog4j.configurationFile=" + conf().resolve("log4j.properties").toUri());
    return JavaCommand.withOptions(all).running(jars, mainClass, arguments);
  }

  private static List<String> words(String text) {
    return Stream.of(text.trim().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  private static String yaml(Map<String, String> settings) {
    return settings.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(setting -> "%s: '%s'%n".formatted(setting.getKey(), quoted(setting.getValue())))
        .collect(Collectors.joining());
  }

  private static String quoted(String value) {
    return value.replace("'", "''");
  }
}
