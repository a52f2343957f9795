package io.driftline.job.ingest;

import io.driftline.activity.AgentAction;
import java.time.Clock;
import java.util.Objects;

/**
 * Decodes {@code agent-activity} v1 events strictly, and never throws: every record becomes either
 * an action or a dead letter. Safe to share between threads.
 */
public final class ActivityDecoder {

  private static final byte[] NOTHING = {};

  private final Clock clock;

  /**
   * A decoder that judges an event's time by {@code clock}.
   *
   * @param clock an event more than {@link ActivityContract#MAX_AHEAD} ahead of it is refused
   */
  public ActivityDecoder(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * The action in a record, or why there is none.
   *
   * @param event one JSON object in UTF-8; {@code null}, a Kafka tombstone, counts as empty
   * @param position where the record was read
   */
  public Decoded decode(byte[] event, SourcePosition position) {
    byte[] bytes = event == null ? NOTHING : event;
    try {
      return Decoded.of(action(bytes));
    } catch (Refusal refused) {
      return Decoded.of(DeadLetter.of(refused.reason(), refused.getMessage(), position, bytes));
    }
  }

  private AgentAction action(byte[] event) throws Refusal {
    return StrictJson.read(event, json -> new EventReader(json).read().toAction(latest()));
  }

  private long latest() {
    return clock.millis() + ActivityContract.MAX_AHEAD.toMillis();
  }
}
