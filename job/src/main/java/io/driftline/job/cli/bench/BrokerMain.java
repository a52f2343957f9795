package io.driftline.job.cli.bench;

import io.driftline.job.cli.local.EmbeddedBroker;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A broker as a process of its own: prints its bootstrap servers as one line, then runs until its
 * stdin ends, so that it never outlives the process that started it.
 */
final class BrokerMain {

  private BrokerMain() {}

  public static void main(String[] arguments) throws IOException {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      System.out.println(broker.bootstrapServers());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
    System.exit(0);
  }
}
