package io.driftline.job.ingest;

import java.time.Duration;
import java.time.Instant;

/** The limits of {@code agent-activity} v1; the published schema states the same ones. */
public final class ActivityContract {

  /** Largest record in bytes: what a Kafka broker takes by default. */
  public static final int MAX_RECORD_BYTES = 1024 * 1024;

  /** Longest identifier or name, in Unicode code points. */
  public static final int MAX_IDENTIFIER = 512;

  /** Longest {@code resource}, in Unicode code points. */
  public static final int MAX_RESOURCE = 4096;

  /** Deepest nesting of objects and arrays, the event itself counted. */
  public static final int MAX_NESTING = 32;

  /** No agent acted before this instant. */
  public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** How far a source's clock may run ahead of ours, its time zone mistaken included. */
  public static final Duration MAX_AHEAD = Duration.ofDays(1);

  private ActivityContract() {}
}
