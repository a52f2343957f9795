package io.driftline.job.cli.local;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A Flink cluster inside this JVM, with Flink's web page.
 *
 * <p>Jobs are submitted through its REST interface, as to any cluster, so they can be listed,
 * cancelled and restored from savepoints. Checkpoints and working files lie in a temporary folder
 * that {@link #close()} deletes.
 */
public final class LocalCluster implements AutoCloseable {

  private final TempFolder folder;
  private final MiniCluster cluster;
  private final URI webPage;
  private final Configuration jobDefaults;

  private LocalCluster(
      TempFolder folder, MiniCluster cluster, URI webPage, Configuration jobDefaults) {
    this.folder = folder;
    this.cluster = cluster;
    this.webPage = webPage;
    this.jobDefaults = jobDefaults;
  }

  /**
   * Starts a cluster of one JobManager and one TaskManager.
   *
   * @throws BindException if the port of the web page is in use
   */
  public static LocalCluster start(LocalClusterSettings settings) throws Exception {
    requireFree(settings.webPort());
    TempFolder folder = TempFolder.create("driftline-flink-");
    try {
      Configuration configuration = settings.configuration(folder.path());
      MiniCluster cluster = new MiniCluster(miniCluster(configuration, settings.slots()));
      cluster.start();
      URI webPage = await(cluster.getRestAddress());
      RestReadiness.await(webPage, settings.slots());
      return new LocalCluster(folder, cluster, webPage, forClients(configuration, webPage));
    } catch (Exception e) {
      folder.close();
      throw e;
    }
  }

  /** Flink's web page and REST interface, for example {@code http://localhost:8081}. */
  public URI webPage() {
    return webPage;
  }

  /** A copy of the settings with which a client reaches this cluster; {@code execute} blocks. */
  public Configuration clientConfiguration() {
    return new Configuration(jobDefaults);
  }

  /** An environment whose jobs run on this cluster. */
  public StreamExecutionEnvironment environment() {
    return environment(new Configuration());
  }

  /** An environment whose jobs run on this cluster, with {@code more} settings for the job. */
  public StreamExecutionEnvironment environment(Configuration more) {
    Configuration configuration = clientConfiguration();
    configuration.addAll(more);
    return new StreamExecutionEnvironment(configuration);
  }

  /** Kills the TaskManager, as a crash would, and starts another in its place. */
  public void replaceTaskManager() throws Exception {
    await(cluster.terminateTaskManager(0));
    cluster.startTaskManager();
  }

  /** Cancels whatever runs, stops the cluster and deletes its files. */
  @Override
  public void close() {
    try (folder) {
      cluster.closeAsync().join();
    }
  }

  private static MiniClusterConfiguration miniCluster(Configuration configuration, int slots) {
    return new MiniClusterConfiguration.Builder()
        .setConfiguration(configuration)
        .setNumTaskManagers(1)
        .setNumSlotsPerTaskManager(slots)
        .build();
  }

  private static Configuration forClients(Configuration cluster, URI webPage) {
    Configuration configuration = new Configuration(cluster);
    configuration.set(DeploymentOptions.TARGET, "remote");
    configuration.set(DeploymentOptions.ATTACHED, true);
    configuration.set(JobManagerOptions.ADDRESS, webPage.getHost());
    configuration.set(RestOptions.ADDRESS, webPage.getHost());
    configuration.set(RestOptions.PORT, webPage.getPort());
    return configuration;
  }

  private static void requireFree(int port) throws IOException {
    try {
      FreePorts.resolve(port);
    } catch (BindException e) {
      BindException named = new BindException("web page port " + port);
      named.initCause(e);
      throw named;
    }
  }

  private static <T> T await(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the local cluster did not start", e.getCause());
    }
  }
}
