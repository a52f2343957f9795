package io.driftline.job.cli.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker (KRaft, one node, broker and controller at once) inside this JVM.
 *
 * <p>It listens on the loopback interface only and keeps its log in a temporary folder that {@link
 * #close()} deletes, unless it is given another.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final String CLUSTER_ID = "ZHJpZnRsaW5lLWxvY2FsLQ";

  private final TempFolder folder;
  private final int port;
  private final KafkaRaftServer server;

  private EmbeddedBroker(TempFolder folder, int port, KafkaRaftServer server) {
    this.folder = folder;
    this.port = port;
    this.server = server;
  }

  /** Starts a broker on a free port. */
  public static EmbeddedBroker start() throws IOException {
    return start(0);
  }

  /**
   * Starts a broker.
   *
   * @param port where clients connect; 0 for any free one
   * @throws BindException if the port is in use
   */
  public static EmbeddedBroker start(int port) throws IOException {
    return start(port, new Properties());
  }

  /**
   * Starts a broker that is set up otherwise, for example to ask for passwords.
   *
   * @param port where clients connect; 0 for any free one
   * @param more properties over the usual ones
   * @throws BindException if the port is in use
   */
  public static EmbeddedBroker start(int port, Properties more) throws IOException {
    int[] ports = resolve(port);
    TempFolder folder = TempFolder.create("driftline-broker-");
    try {
      KafkaRaftServer server = server(folder.path(), ports[0], ports[1], more);
      return new EmbeddedBroker(folder, ports[0], server);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /**
   * Starts a broker over a folder that outlives it; over one that a broker has left, it goes on
   * with what that one held.
   */
  public static EmbeddedBroker open(Path folder, int port, int controllerPort) throws IOException {
    return new EmbeddedBroker(null, port, server(folder, port, controllerPort, new Properties()));
  }

  private static KafkaRaftServer server(Path folder, int port, int controllerPort, Properties more)
      throws IOException {
    Properties properties = BrokerProperties.of(port, controllerPort, folder.resolve("log"));
    properties.putAll(more);
    format(properties, folder.resolve("server.properties"));
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    server.startup();
    return server;
  }

  /** What clients call {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "localhost:" + port;
  }

  /**
   * Creates a topic and waits until it is there.
   *
   * @param config topic settings, for example {@code cleanup.policy}
   */
  public void createTopic(String name, int partitions, Map<String, String> config) {
    NewTopic topic = new NewTopic(name, partitions, (short) 1).configs(config);
    try (Admin admin = admin()) {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot create topic " + name, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topic " + name, e);
    }
  }

  /** A client for whatever else is to be administered; the caller closes it. */
  public Admin admin() {
    return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
  }

  /** Stops the broker and deletes its log, if that is its own. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    if (folder != null) {
      folder.close();
    }
  }

  private static int[] resolve(int port) throws IOException {
    try {
      return FreePorts.resolve(port, 0);
    } catch (BindException e) {
      BindException named = new BindException("broker port " + port);
      named.initCause(e);
      throw named;
    }
  }

  private static void format(Properties properties, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      properties.store(out, null);
    }
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    String[] arguments = {"format", "--ignore-formatted", "-t", CLUSTER_ID, "-c", file.toString()};
    int exitCode =
        StorageTool.execute(arguments, new PrintStream(output, true, StandardCharsets.UTF_8));
    if (exitCode != 0) {
      throw new IllegalStateException(
          "cannot format the broker's log: " + output.toString(StandardCharsets.UTF_8));
    }
  }
}
