package io.driftline.job;

import io.driftline.activity.AgentAction;
import io.driftline.job.ingest.ActivityDecoder;
import io.driftline.job.ingest.AgentActionJson;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.Decoded;
import io.driftline.job.ingest.LineDecoder;
import io.driftline.job.ingest.SourcePosition;
import io.driftline.job.registry.RegistryDecoder;
import io.driftline.job.registry.RegistryEntry;
import io.driftline.job.registry.RegistryJson;
import io.driftline.job.registry.RegistryRecord;
import io.driftline.registry.RegistryChange;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

/** Activity and registry in one file, so that a test decides which comes first. */
final class InterleavedLines implements LineDecoder<InterleavedLines.Line> {

  private static final long serialVersionUID = 1L;

  /** Exactly one of both. */
  public record Line(Decoded activity, RegistryRecord registry) {

    /** Event time, epoch milliseconds. */
    long time() {
      return activity != null ? activity.action().timeMillis() : registry.change().time();
    }
  }

  static byte[] write(AgentAction action) {
    return AgentActionJson.write(action);
  }

  static byte[] write(RegistryChange change) {
    return RegistryJson.write(
        new RegistryEntry(
            change.subject(),
            change.id(),
            Instant.ofEpochMilli(change.time()),
            change.agent(),
            change.user()));
  }

  @Override
  public Line decode(byte[] line, SourcePosition position) {
    return new String(line, StandardCharsets.UTF_8).startsWith("{\"event_id\"")
        ? new Line(new ActivityDecoder(Clock.systemUTC()).decode(line, position), null)
        : new Line(null, RegistryDecoder.decodeLine(line, position));
  }

  @Override
  public Line refused(DeadLetter letter) {
    throw new IllegalStateException("no line of the test is too long: " + letter);
  }
}
