package io.driftline.job.cli.bench;

import java.util.Iterator;

/** Where the events of a benchmark come from. */
@FunctionalInterface
public interface EventSource {

  /**
   * Seeded {@code agent-activity} v1 events as JSON bytes, the same for the same arguments.
   *
   * @param count how many
   * @param agents over how many agents
   */
  Iterator<byte[]> events(long count, int agents, long seed);
}
