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
   * Ends the job, and returns the savepoint.
   *
   * @param drain whether it is to be as if there came nothing any more
   */
  Path stop(boolean drain, Path folder) throws Exception;
}
