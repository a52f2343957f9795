package io.driftline.job.cli.cluster;

import io.driftline.job.cli.local.EmbeddedBroker;
import java.nio.file.Path;

/**
 * A broker as a process of its own, until it is asked to end: {@code FOLDER PORT CONTROLLER_PORT}.
 * Started again over the same folder it goes on with what it holds.
 */
final class BrokerMain {

  private BrokerMain() {}

  public static void main(String[] arguments) throws Exception {
    EmbeddedBroker broker =
        EmbeddedBroker.open(
            Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-broker"));
    Thread.currentThread().join();
  }
}
