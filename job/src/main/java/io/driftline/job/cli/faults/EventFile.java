package io.driftline.job.cli.faults;

import io.driftline.activity.AgentAction;
import io.driftline.job.ingest.AgentActionJson;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/** Events made once, to be published to as many topics as there are runs; in order of time. */
final class EventFile {

  private static final int BUFFER_BYTES = 1 << 18;

  private final Path file;
  private final long count;

  private EventFile(Path file, long count) {
    this.file = file;
    this.count = count;
  }

  /**
   * Writes the first {@code count} actions to {@code file}, spread over partitions by agent.
   *
   * @throws IllegalStateException if there are fewer
   */
  static EventFile write(Path file, Iterator<AgentAction> actions, long count, int partitions)
      throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES))) {
      for (long i = 0; i < count; i++) {
        if (!actions.hasNext()) {
          throw new IllegalStateException("only " + i + " of " + count + " events were made");
        }
        write(out, actions.next(), partitions);
      }
    }
    return new EventFile(file, count);
  }

  private static void write(DataOutputStream out, AgentAction action, int partitions)
      throws IOException {
    byte[] json = AgentActionJson.write(action);
    out.writeInt(Math.floorMod(action.agentId().hashCode(), partitions));
    out.writeLong(action.timeMillis());
    out.writeInt(json.length);
    out.write(json);
  }

  /** How many there are. */
  long count() {
    return count;
  }

  /** Opens it at its beginning; the caller closes it. */
  Reader open() throws IOException {
    return new Reader(file);
  }

  /** Reads events one after the other. */
  static final class Reader implements AutoCloseable {

    private final DataInputStream in;

    private Reader(Path file) throws IOException {
      this.in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
    }

    /** The next one, of which there must be one. */
    Event next() throws IOException {
      int partition = in.readInt();
      long time = in.readLong();
      byte[] value = new byte[in.readInt()];
      in.readFully(value);
      return new Event(partition, time, value);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
