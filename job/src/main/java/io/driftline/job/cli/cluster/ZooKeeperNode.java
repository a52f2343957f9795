package io.driftline.job.cli.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The settings of a ZooKeeper server that is alone and quick to see that a client is gone. */
final class ZooKeeperNode {

  private ZooKeeperNode() {}

  /** Writes them to {@code folder}, and returns where. */
  static Path write(Path folder, int clientPort, int peerPort, int electionPort)
      throws IOException {
    Path data = Files.createDirectories(folder.resolve("zookeeper"));
    return Files.writeString(
        folder.resolve("zoo.cfg"),
        """
        tickTime=1000
        initLimit=10
        syncLimit=5
        dataDir=%s
        clientPort=%d
        clientPortAddress=localhost
        admin.enableServer=false
        server.1=localhost:%d:%d
        """
            .formatted(data, clientPort, peerPort, electionPort));
  }
}
