package io.driftline.baseline;

import java.util.Arrays;

/**
 * How many agents of a cohort used each value, as part of a snapshot.
 *
 * @param contexts {@link CohortCounts#peerContext}s, ascending
 * @param users number of agents per context
 */
record PeerTable(long[] contexts, int[] users) {

  static final PeerTable EMPTY = new PeerTable(new long[0], new int[0]);

  static PeerTable of(LruMap<PeerSketch> peers) {
    PeerTable table = new PeerTable(new long[peers.size()], new int[peers.size()]);
    int[] at = {0};
    peers.forEachByKey(
        (context, users) -> {
          table.contexts[at[0]] = context;
          table.users[at[0]++] = users.estimate();
        });
    return table;
  }

  int usersOf(long context) {
    int at = Arrays.binarySearch(contexts, context);
    return at < 0 ? 0 : users[at];
  }

  void write(StateWriter out) {
    out.writeLongs(contexts);
    for (int count : users) {
      out.writeInt(count);
    }
  }

  static PeerTable read(StateReader in) {
    long[] contexts = in.readLongs();
    int[] users = new int[contexts.length];
    for (int i = 0; i < users.length; i++) {
      users[i] = in.readInt();
    }
    return new PeerTable(contexts, users);
  }
}
