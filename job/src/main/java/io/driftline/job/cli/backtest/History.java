package io.driftline.job.cli.backtest;

import io.driftline.job.cli.CommandFailure;
import io.driftline.job.cli.InputFile;
import io.driftline.job.cli.local.FileRun;
import io.driftline.job.cli.local.TempFolder;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.KafkaClient;
import io.driftline.job.ingest.Decoded;
import io.driftline.job.ingest.KafkaActivity;
import io.driftline.job.topic.KafkaCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.Configuration;

/** Activity up to a time, from files or a topic, as one bounded stream. */
final class History implements AutoCloseable {

  private static final String TOPIC = "kafka:";

  /** Read from the start: without checkpoints nothing is ever committed for it. */
  private static final String GROUP = "driftline-backtest";

  private final FileRun.Activity activity;
  private final List<String> names;
  private final long lines;
  private final TempFolder folder;

  private History(FileRun.Activity activity, List<String> names, long lines, TempFolder folder) {
    this.activity = activity;
    this.names = names;
    this.lines = lines;
    this.folder = folder;
  }

  /**
   * The history that is named so.
   *
   * @param named files, or one topic as {@code kafka:TOPIC}
   * @throws CommandFailure if it cannot be read
   */
  static History of(List<String> named, Configuration options) throws IOException {
    if (named.stream().noneMatch(each -> each.startsWith(TOPIC))) {
      return ofFiles(
          named.stream().map(Path::of).map(InputFile::requireReadable).toList(), options);
    }
    if (named.size() > 1) {
      throw new CommandFailure(
          "cannot merge a topic with other activity: " + named, "name one topic, or files only");
    }
    return ofTopic(named.get(0).substring(TOPIC.length()), options);
  }

  /** Several files are merged into a temporary one, which goes when this is closed. */
  static History ofFiles(List<Path> files, Configuration options) throws IOException {
    List<String> names = files.stream().map(file -> file.getFileName().toString()).toList();
    long lines = LineCount.of(files);
    TempFolder folder = files.size() == 1 ? null : TempFolder.create("driftline-backtest");
    Path file = folder == null ? files.get(0) : FileRun.merged(files, folder.path());
    return new History(env -> FileRun.source(env, options, file), names, lines, folder);
  }

  private static History ofTopic(String topic, Configuration options) {
    String brokers = options.get(DriftlineOptions.BOOTSTRAP_SERVERS);
    if (brokers == null) {
      throw new CommandFailure("no brokers to read " + topic + " from", "add --bootstrap-servers");
    }
    try (KafkaCheck kafka = KafkaCheck.connect(brokers, KafkaClient.properties(options))) {
      kafka.requireTopic(topic, "--activity kafka:TOPIC");
    }
    Configuration bounded = new Configuration(options);
    bounded.set(DriftlineOptions.ACTIVITY_TOPICS, List.of(topic));
    bounded.set(DriftlineOptions.GROUP, GROUP);
    bounded.set(DriftlineOptions.BOUNDED, true);
    return new History(env -> KafkaActivity.of(env, bounded), List.of("topic " + topic), 0, null);
  }

  /** What it is called in a report. */
  List<String> names() {
    return names;
  }

  /** About how many actions there are; 0 if that is unknown. */
  long lines() {
    return lines;
  }

  /**
   * The stream of it.
   *
   * @param to actions from this time on are left out, epoch milliseconds
   */
  FileRun.Activity until(long to) {
    return env -> {
      var all = activity.in(env);
      return all.filter(decoded -> isBefore(decoded, to))
          .uid("until")
          .setParallelism(all.getParallelism());
    };
  }

  private static boolean isBefore(Decoded decoded, long to) {
    return !decoded.isAction() || decoded.action().time().toEpochMilli() < to;
  }

  @Override
  public void close() {
    if (folder != null) {
      folder.close();
    }
  }
}
