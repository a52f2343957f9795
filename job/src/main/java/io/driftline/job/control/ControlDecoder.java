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
    byte[] bytes = message == null ? new byte[0] : message;
    try {
      return decoded(parsed(bytes), time);
    } catch (Refused refused) {
      return ControlRecord.of(
          DeadLetter.of(refused.reason(), refused.getMessage(), position, bytes));
    }
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

  private static ControlRecord decoded(JsonNode node, long time) throws Refused {
    MessageFields message = new MessageFields(node);
    return message.constant("type", ControlType.values(), ControlType::code).decode(message, time);
  }
}
