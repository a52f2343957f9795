package io.driftline.job.savepoint;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.Admin;

/** A broker and a cluster on which the job of the golden savepoints runs. */
interface GoldenCluster extends AutoCloseable {

  String brokers();

  Admin admin();

  void createTopic(String name, int partitions, Map<String, String> config) throws Exception;

  /**
   * Starts the job.
   *
   * @param savepoint what it goes on from; {@code null} for nothing
   */
  void start(Configuration options, Path savepoint) throws Exception;

  /** How long nothing must be put out for the job to have come to rest. */
  Duration rest();

  /** Throws what the job has failed of, if it has. */
  void requireNotFailed() throws Exception;

  /**
   * Ends the job where it is, and returns the savepoint.
   *
   * @param folder where it goes, if the cluster has no place of its own for it
   */
  Path stop(Path folder) throws Exception;
}
