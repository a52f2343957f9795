package io.driftline.job.cli.cluster;

import io.driftline.job.cli.local.FreePorts;
import io.driftline.job.cli.local.TempFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;

/**
 * A Kafka broker and a Flink cluster as processes of this machine.
 *
 * <pre>{@code
 * try (ProcessCluster cluster = ProcessCluster.start(ClusterSettings.ofTaskManagers(2))) {
 *   cluster.broker().createTopic("agent-activity", 2, Map.of());
 *   RunningJob job = cluster.submit(cluster.submission(options));
 *   cluster.taskManager(0).kill();
 *   cluster.taskManager(0).start();
 *   String savepoint = job.stop();
 *   cluster.submit(cluster.submission(options).from(savepoint).withParallelism(1));
 * }
 * }</pre>
 *
 * <p>Everything lies in a temporary folder that {@link #close()} deletes. The processes end with
 * the one that started them, however that ends.
 */
public final class ProcessCluster implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern SUBMITTED =
      Pattern.compile("Job has been submitted with JobID ([0-9a-f]{32})");

  private final TempFolder folder;
  private final ClusterSettings settings;
  private final FlinkHome flink;
  private final FlinkRest rest;
  private final URI webPage;
  private final BrokerProcess broker;
  private final List<ClusterProcess> all = new ArrayList<>();
  private final List<ClusterProcess> taskManagers = new ArrayList<>();
  private final ClusterProcess jobManager;
  private int submissions;

  private ProcessCluster(TempFolder folder, ClusterSettings settings) throws IOException {
    this.folder = folder;
    this.settings = settings;
    Files.createDirectories(logs());
    int[] ports = FreePorts.resolve(settings.webPort(), 0, 0, 0, 0);
    this.webPage = URI.create("http://localhost:" + ports[0]);
    this.rest = new FlinkRest(webPage);
    this.broker = BrokerProcess.in(folder.path(), logs(), settings);
    this.flink =
        FlinkHome.create(
            folder.path(),
            ClusterConfiguration.of(settings, folder.path(), ports[0], ports[1], ports[2]),
            settings.shortLived());
    if (settings.highlyAvailable()) {
      Path zoo = ZooKeeperNode.write(folder.path(), ports[2], ports[3], ports[4]);
      add("zookeeper", flink.zooKeeper(zoo));
    }
    this.jobManager = add("jobmanager", flink.jobManager());
    for (int i = 0; i < settings.taskManagers(); i++) {
      taskManagers.add(add("taskmanager-" + i, flink.taskManager()));
    }
  }

  /** Starts everything, and waits until jobs can be submitted. */
  public static ProcessCluster start(ClusterSettings settings) throws Exception {
    TempFolder folder = TempFolder.create("driftline-cluster-");
    ProcessCluster cluster;
    try {
      cluster = new ProcessCluster(folder, settings);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
    try {
      cluster.startAll();
      return cluster;
    } catch (Exception e) {
      cluster.close();
      throw e;
    }
  }

  private void startAll() throws Exception {
    broker.process().start();
    for (ClusterProcess process : all) {
      process.start();
    }
    broker.awaitReady();
    awaitSlots();
  }

  /** Flink's web page and REST interface. */
  public URI webPage() {
    return webPage;
  }

  public BrokerProcess broker() {
    return broker;
  }

  public ClusterProcess jobManager() {
    return jobManager;
  }

  /** One of the TaskManagers, counted from 0. */
  public ClusterProcess taskManager(int index) {
    return taskManagers.get(index);
  }

  /** How many TaskManagers there are, and slots. */
  public int slots() {
    return taskManagers.size();
  }

  /** All processes. */
  public List<ClusterProcess> processes() {
    return Stream.concat(Stream.of(broker.process()), all.stream()).toList();
  }

  /** Where checkpoints are. */
  public Path checkpoints() {
    return folder.path().resolve("checkpoints");
  }

  /** A folder for what is only needed as long as the cluster is. */
  public Path scratch() throws IOException {
    return Files.createDirectories(folder.path().resolve("scratch"));
  }

  /** Waits until every TaskManager is there. */
  public void awaitSlots() throws Exception {
    Await.until(
        "all TaskManagers are there",
        PATIENCE,
        () -> {
          for (ClusterProcess process : all) {
            process.requireAlive();
          }
          return rest.slots() >= settings.taskManagers();
        });
  }

  /** The job as it is deployed, with a subtask in every slot. */
  public Submission submission(Configuration options) throws IOException {
    return new Submission(FlinkJars.ofTheJob(), slots(), null, options);
  }

  /**
   * Submits a job with Flink's command line, as soon as there are slots for it.
   *
   * @throws IllegalStateException if it is refused, with what the command line said
   */
  public RunningJob submit(Submission submission) throws Exception {
    Await.until(
        "there are free slots", PATIENCE, () -> rest.freeSlots() >= submission.parallelism());
    ClusterProcess run =
        new ClusterProcess(
            "submission-" + submissions++,
            flink.commandLine(submission.arguments()),
            flink.environment(),
            logs());
    run.start();
    int exitCode = run.awaitExit(PATIENCE.toSeconds());
    Matcher said = SUBMITTED.matcher(Files.readString(run.log()));
    if (exitCode != 0 || !said.find()) {
      throw new IllegalStateException("the job was refused:\n" + run.logEnd());
    }
    return new RunningJob(rest, said.group(1));
  }

  /** Copies what all processes have logged to {@code target}, for whoever looks for the cause. */
  public void keepLogs(Path target) throws IOException {
    Files.createDirectories(target);
    try (Stream<Path> files = Files.list(logs())) {
      for (Path file : files.toList()) {
        Files.write(target.resolve(file.getFileName()), Files.readAllBytes(file));
      }
    }
  }

  /** Ends all processes, and deletes what they wrote. */
  @Override
  public void close() {
    try (folder) {
      // Nothing here is kept, so nothing needs to be put in order.
      all.forEach(ClusterProcess::kill);
      broker.process().kill();
    }
  }

  private ClusterProcess add(String name, List<String> command) {
    ClusterProcess process = new ClusterProcess(name, command, flink.environment(), logs());
    all.add(process);
    return process;
  }

  private Path logs() {
    return folder.path().resolve("logs");
  }
}
