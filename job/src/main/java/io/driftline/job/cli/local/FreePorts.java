package io.driftline.job.cli.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports on the loopback interface that nothing listens on. */
public final class FreePorts {

  private FreePorts() {}

  /** A free port for each entry of {@code wanted} that is 0; the others as they are. */
  public static int[] resolve(int... wanted) throws IOException {
    ServerSocket[] held = new ServerSocket[wanted.length];
    int[] ports = wanted.clone();
    try {
      for (int i = 0; i < wanted.length; i++) {
        // Held until all are chosen, so that no port is chosen twice.
        held[i] = new ServerSocket(wanted[i], 1, InetAddress.getLoopbackAddress());
        ports[i] = held[i].getLocalPort();
      }
      return ports;
    } finally {
      for (ServerSocket socket : held) {
        if (socket != null) {
          socket.close();
        }
      }
    }
  }
}
