package io.driftline.job.cli.forward;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** What was read of one partition, and up to where all of it is finished. */
final class OffsetTracker {

  /** From the oldest that is not finished to the latest read. */
  private final Deque<Long> window = new ArrayDeque<>();

  /** The bytes of each that is not finished. */
  private final Map<Long, Integer> unfinished = new HashMap<>();

  private long bytes;
  private long next;
  private long committed = -1;

  /**
   * Notes a record that was read.
   *
   * @param offset greater than any before, though not always by one
   */
  void read(long offset, int size) {
    window.add(offset);
    unfinished.put(offset, size);
    bytes += size;
    next = offset + 1;
  }

  /**
   * Notes that nothing more is to be done about a record; to say so twice changes nothing.
   *
   * @return its bytes, which need not be held any more
   */
  int finish(long offset) {
    Integer size = unfinished.remove(offset);
    int freed = size == null ? 0 : size;
    bytes -= freed;
    while (!window.isEmpty() && !unfinished.containsKey(window.peek())) {
      window.remove();
    }
    return freed;
  }

  /** Where to go on after a restart: everything before it is finished. */
  long position() {
    return window.isEmpty() ? next : window.peek();
  }

  /** Whether {@link #position()} has moved since the last commit. */
  boolean isToCommit() {
    return position() != committed;
  }

  void committed(long position) {
    committed = position;
  }

  /** How many records were read from the oldest unfinished one on. */
  int window() {
    return window.size();
  }

  int unfinished() {
    return unfinished.size();
  }

  /** Of the records that are not finished. */
  long bytes() {
    return bytes;
  }
}
