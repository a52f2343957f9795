package io.driftline.job.ingest;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.driftline.activity.AgentAction;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;

/**
 * Decodes {@code agent-activity} v1 events strictly, and never throws: every record becomes either
 * an action or a dead letter. Safe to share between threads.
 */
public final class ActivityDecoder {

  private static final byte[] NOTHING = {};
  private static final JsonFactory JSON = factory();

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
      return Decoded.of(parse(bytes));
    } catch (Refusal refused) {
      return Decoded.of(DeadLetter.of(refused.reason(), refused.getMessage(), position, bytes));
    }
  }

  private AgentAction parse(byte[] bytes) throws Refusal {
    checkBytes(bytes);
    int start = Utf8.byteOrderMark(bytes);
    try (JsonParser json = JSON.createParser(bytes, start, bytes.length - start)) {
      return new EventReader(json).read().toAction(latest());
    } catch (StreamConstraintsException e) {
      // Depth is the only constraint that a record of permitted size can break: see factory().
      throw new Refusal(
          Rejection.TOO_DEEP,
          "objects and arrays are nested more than "
              + ActivityContract.MAX_NESTING
              + " deep; expected at most that");
    } catch (JsonProcessingException e) {
      throw notJson(e.getOriginalMessage(), e.getLocation().getByteOffset() + start);
    } catch (IOException | RuntimeException e) {
      // A fault in the parser on hostile input must cost one record, not the job.
      throw notJson("the parser failed with " + e.getClass().getSimpleName(), start);
    }
  }

  private static void checkBytes(byte[] bytes) throws Refusal {
    if (bytes.length == 0) {
      throw new Refusal(Rejection.EMPTY, "the record has no bytes; expected an event");
    }
    if (bytes.length > ActivityContract.MAX_RECORD_BYTES) {
      throw Refusal.tooLarge(bytes.length);
    }
    int malformed = Utf8.firstMalformed(bytes);
    if (malformed >= 0) {
      throw new Refusal(
          Rejection.NOT_UTF8, "byte " + malformed + " begins no character; expected UTF-8");
    }
  }

  private static Refusal notJson(String fault, long offset) {
    return new Refusal(
        Rejection.NOT_JSON, Excerpt.printable(fault) + " (byte " + offset + "); expected JSON");
  }

  private long latest() {
    return clock.millis() + ActivityContract.MAX_AHEAD.toMillis();
  }

  private static JsonFactory factory() {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(ActivityContract.MAX_NESTING)
            .maxNumberLength(ActivityContract.MAX_RECORD_BYTES)
            .maxStringLength(ActivityContract.MAX_RECORD_BYTES)
            .maxNameLength(ActivityContract.MAX_RECORD_BYTES)
            .build();
    return new JsonFactoryBuilder()
        // UTF-16 and UTF-32 would slip past the check for well-formed UTF-8.
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        // Names of unknown fields are the sender's choice and must not fill the string pool.
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .streamReadConstraints(constraints)
        .errorReportConfiguration(
            ErrorReportConfiguration.builder().maxErrorTokenLength(Excerpt.MAX_LENGTH).build())
        .build();
  }
}
