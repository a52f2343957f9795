package io.driftline.job.cli.local;

import java.nio.file.Path;
import java.util.Properties;

/** The settings of a one-node broker that starts quickly and forgets nothing. */
final class BrokerProperties {

  private BrokerProperties() {}

  static Properties of(int port, int controllerPort, Path log) {
    Properties properties = new Properties();
    nodeAndListeners(properties, port, controllerPort);
    properties.setProperty("log.dirs", log.toString());
    oneReplicaOfInternalTopics(properties);
    keepRecordsOfAnyAge(properties);
    smallAndQuick(properties);
    return properties;
  }

  private static void nodeAndListeners(Properties properties, int port, int controllerPort) {
    String client = "PLAINTEXT://localhost:" + port;
    properties.setProperty("node.id", "1");
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty("listeners", client + ",CONTROLLER://localhost:" + controllerPort);
    properties.setProperty("advertised.listeners", client);
    properties.setProperty("controller.listener.names", "CONTROLLER");
    properties.setProperty(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.setProperty("controller.quorum.voters", "1@localhost:" + controllerPort);
  }

  private static void oneReplicaOfInternalTopics(Properties properties) {
    properties.setProperty("offsets.topic.replication.factor", "1");
    properties.setProperty("offsets.topic.num.partitions", "1");
    properties.setProperty("transaction.state.log.replication.factor", "1");
    properties.setProperty("transaction.state.log.min.isr", "1");
    properties.setProperty("transaction.state.log.num.partitions", "4");
    properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
    properties.setProperty("share.coordinator.state.topic.min.isr", "1");
    properties.setProperty("share.coordinator.state.topic.num.partitions", "1");
  }

  /** Events carry the time they happened: retention would delete a replay of last month at once. */
  private static void keepRecordsOfAnyAge(Properties properties) {
    properties.setProperty("log.retention.ms", "-1");
    properties.setProperty("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
  }

  private static void smallAndQuick(Properties properties) {
    properties.setProperty("auto.create.topics.enable", "false");
    properties.setProperty("group.initial.rebalance.delay.ms", "0");
    properties.setProperty("num.io.threads", "4");
    properties.setProperty("num.network.threads", "2");
    properties.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
    properties.setProperty("log.segment.delete.delay.ms", "1000");
    properties.setProperty("controlled.shutdown.enable", "false");
  }
}
