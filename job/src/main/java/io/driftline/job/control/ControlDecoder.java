package io.driftline.job.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftKind;
import io.driftline.job.drift.DriftAcceptance;
import io.driftline.job.ingest.ActivityContract;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.Rejection;
import io.driftline.job.ingest.SourcePosition;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decodes control messages, see {@code schemas/control-v1.schema.json}, and never throws: a message
 * that is not understood becomes a dead letter.
 */
public final class ControlDecoder {

  static final String ACCEPT_DRIFT = "accept_drift";

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
      return new ControlRecord(acceptance(parsed(bytes), time), null);
    } catch (Refused refused) {
      return new ControlRecord(
          null, DeadLetter.of(refused.reason, refused.getMessage(), position, bytes));
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

  private static DriftAcceptance acceptance(JsonNode message, long time) throws Refused {
    String type = text(message, "type");
    if (!type.equals(ACCEPT_DRIFT)) {
      throw new Refused(Rejection.UNKNOWN_VALUE, "type is not known; expected " + ACCEPT_DRIFT);
    }
    return new DriftAcceptance(
        text(message, "agent_id"),
        constant(message, "kind", DriftKind.values(), DriftKind::code),
        constant(message, "dimension", DriftDimension.values(), DriftDimension::code),
        time);
  }

  private static <E> E constant(
      JsonNode message, String field, E[] values, Function<E, String> code) throws Refused {
    String text = text(message, field);
    return Arrays.stream(values)
        .filter(value -> code.apply(value).equals(text))
        .findFirst()
        .orElseThrow(() -> new Refused(Rejection.UNKNOWN_VALUE, expected(field, values, code)));
  }

  private static <E> String expected(String field, E[] values, Function<E, String> code) {
    return field
        + " is not known; expected one of "
        + Arrays.stream(values).map(code).collect(Collectors.joining(", "));
  }

  private static String text(JsonNode message, String field) throws Refused {
    JsonNode value = message.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw new Refused(Rejection.MISSING_FIELD, field + " is missing; expected a string");
    }
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw new Refused(Rejection.WRONG_TYPE, field + " is not a string with something in it");
    }
    return value.textValue();
  }

  /** Ends the decoding of one message. */
  private static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Rejection reason;

    Refused(Rejection reason, String message) {
      super(message, null, false, false);
      this.reason = reason;
    }
  }
}
