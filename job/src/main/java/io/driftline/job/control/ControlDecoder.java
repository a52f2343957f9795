package io.driftline.job.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.driftline.job.ingest.ActivityContract;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.Rejection;
import io.driftline.job.ingest.SourcePosition;
import java.io.IOException;

/**
 * Decodes control messages, see {@code schemas/control-v1.schema.json}, and never throws: a message
 * that is not understood becomes a dead letter.
 */
public final class ControlDecoder {

  private static final long MOST_AHEAD_MILLIS = 3_600_000;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ControlDecoder() {}

  /**
   * What a message says.
   *
   * @param message one JSON object; {@code null}, a Kafka tombstone, counts as empty
   * @param position where it was read
   * @param time of the record, epoch milliseconds
   */
  public static ControlRecord decode(byte[] message, SourcePosition position, long time) {
    return decode(message, position, time, null);
  }

  /**
   * What a message says that was verified, if signatures are asked for.
   *
   * @param signer fingerprint of the key that verified it; {@code null} if none is asked for
   */
  static ControlRecord decode(byte[] message, SourcePosition position, long time, String signer) {
    byte[] bytes = message == null ? new byte[0] : message;
    try {
      MessageFields fields = new MessageFields(parsed(bytes));
      ControlType type = fields.constant("type", ControlType.values(), ControlType::code);
      Long said = said(fields, signer, time);
      return type.decode(fields, time)
          .from(
              new ControlOrigin(
                  position,
                  bytes,
                  time,
                  signer,
                  said,
                  type.code(),
                  type.subject(fields),
                  fields.shown("by"),
                  fields.shown("reason")));
    } catch (Refused refused) {
      return ControlRecord.of(
          DeadLetter.of(refused.reason(), refused.getMessage(), position, bytes));
    }
  }

  /** A signature vouches for the time in the message alone, so there it must say one. */
  private static Long said(MessageFields fields, String signer, long time) throws Refused {
    if (signer == null) {
      return null;
    }
    long said = fields.time("time");
    if (said - time > MOST_AHEAD_MILLIS) {
      throw new Refused(
          Rejection.TIME_IN_FUTURE,
          "time is more than an hour ahead of that of the record; set the clock of who signs");
    }
    return said;
  }

  private static JsonNode parsed(byte[] bytes) throws Refused {
    if (bytes.length == 0) {
      throw new Refused(Rejection.EMPTY, "the control message has no bytes; expected an object");
    }
    if (bytes.length > ActivityContract.MAX_RECORD_BYTES) {
      throw new Refused(
          Rejection.TOO_LARGE, "the control message has " + bytes.length + " bytes, too many");
    }
    try {
      JsonNode node = MAPPER.readTree(bytes);
      if (!node.isObject()) {
        throw new Refused(Rejection.NOT_AN_OBJECT, "the control message is not a JSON object");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new Refused(
          Rejection.NOT_JSON,
          "the control message is not JSON, at byte " + e.getLocation().getByteOffset());
    } catch (IOException | RuntimeException e) {
      throw new Refused(Rejection.NOT_JSON, "the control message cannot be read as JSON");
    }
  }
}
