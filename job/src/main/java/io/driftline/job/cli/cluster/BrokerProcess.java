package io.driftline.job.cli.cluster;

import io.driftline.job.cli.local.FreePorts;
import io.driftline.job.cli.local.TempFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A broker in a JVM of its own, so that it shares neither heap nor collector with the job, and can
 * be stopped and started again over the same log.
 */
public final class BrokerProcess implements AutoCloseable {

  private static final Duration START_WITHIN = Duration.ofMinutes(3);
  private static final long ANSWER_WITHIN_SECONDS = 10;

  private final TempFolder own;
  private final int port;
  private final ClusterProcess process;

  private BrokerProcess(TempFolder own, int port, ClusterProcess process) {
    this.own = own;
    this.port = port;
    this.process = process;
  }

  /** Starts one on a free port with a folder of its own, and waits until clients can connect. */
  public static BrokerProcess start() throws Exception {
    TempFolder own = TempFolder.create("driftline-broker-");
    try {
      BrokerProcess broker = of(own, own.path(), own.path(), 0, List.of());
      broker.startAgain();
      return broker;
    } catch (Exception e) {
      own.close();
      throw e;
    }
  }

  /** One that is not started yet. */
  static BrokerProcess in(Path folder, Path logs, ClusterSettings settings) throws IOException {
    List<String> options =
        settings.shortLived() ? List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC") : List.of();
    return of(null, folder, logs, settings.brokerPort(), options);
  }

  private static BrokerProcess of(
      TempFolder own, Path folder, Path logs, int port, List<String> options) throws IOException {
    int[] ports = FreePorts.resolve(port, 0);
    Path data = Files.createDirectories(folder.resolve("kafka"));
    List<String> command = command(options, data, ports[0], ports[1]);
    return new BrokerProcess(own, ports[0], new ClusterProcess("broker", command, Map.of(), logs));
  }

  /** What clients call {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "localhost:" + port;
  }

  /** Starts it over what it held before, and waits until clients can connect. */
  public void startAgain() throws Exception {
    process.start();
    awaitReady();
  }

  /** Stops it in good order; what it holds stays. */
  public void stop() {
    process.stop();
  }

  /** The process itself. */
  public ClusterProcess process() {
    return process;
  }

  /** A client for whatever is to be administered; the caller closes it. */
  public Admin admin() {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", bootstrapServers());
    // The broker is known to come back: asking it seldom would only make waiting longer.
    settings.put("reconnect.backoff.max.ms", "200");
    return Admin.create(settings);
  }

  /**
   * Creates a topic with one copy, and waits until it is there.
   *
   * @param config settings of the topic, for example {@code retention.ms}
   */
  public void createTopic(String name, int partitions, Map<String, String> config)
      throws InterruptedException, ExecutionException {
    try (Admin admin = admin()) {
      admin
          .createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(config)))
          .all()
          .get();
    }
  }

  @Override
  public void close() {
    process.close();
    if (own != null) {
      own.close();
    }
  }

  void awaitReady() throws Exception {
    try (Admin admin = admin()) {
      Await.until(
          "the broker answers",
          START_WITHIN,
          () -> {
            process.requireAlive();
            return answers(admin);
          });
    }
  }

  private static boolean answers(Admin admin) throws InterruptedException {
    try {
      return !admin
          .describeCluster()
          .nodes()
          .get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS)
          .isEmpty();
    } catch (ExecutionException | java.util.concurrent.TimeoutException notYet) {
      return false;
    }
  }

  private static List<String> command(List<String> more, Path data, int port, int controllerPort) {
    List<String> options = new ArrayList<>(List.of("-Xms256m", "-Xmx1g"));
    options.addAll(more);
    for (String passedOn : List.of("log4j2.configurationFile", "driftline.log")) {
      String value = System.getProperty(passedOn);
      if (value != null) {
        options.add("-D" + passedOn + "=" + value);
      }
    }
    return JavaCommand.withOptions(options)
        .runningFromHere(
            BrokerMain.class,
            List.of(data.toString(), Integer.toString(port), Integer.toString(controllerPort)));
  }
}
