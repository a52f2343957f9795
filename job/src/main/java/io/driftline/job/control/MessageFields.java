package io.driftline.job.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.driftline.job.ingest.Rejection;
import io.driftline.job.ingest.Rfc3339;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the fields of a control message; what does not fit is refused with what was expected. */
record MessageFields(JsonNode message) {

  private static final int MOST_CHARACTERS = 1024;

  /** A text that must be there. */
  String text(String field) throws Refused {
    String text = textOrNull(field);
    if (text == null) {
      throw new Refused(Rejection.MISSING_FIELD, field + " is missing; expected a string");
    }
    return text;
  }

  /** A text that may be left out. */
  String textOrNull(String field) throws Refused {
    JsonNode value = message.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw new Refused(Rejection.WRONG_TYPE, field + " is not a string with something in it");
    }
    if (value.textValue().length() > MOST_CHARACTERS) {
      throw new Refused(
          Rejection.TOO_LONG, field + " is longer than " + MOST_CHARACTERS + " characters");
    }
    return value.textValue();
  }

  /** A field that is shown to people only; {@code null} if it is not there. */
  String shown(String field) {
    String text = message.path(field).asText(null);
    return text == null || text.length() <= MOST_CHARACTERS
        ? text
        : text.substring(0, MOST_CHARACTERS);
  }

  /** A whole number that must be there, from 1 up. */
  long count(String field) throws Refused {
    JsonNode value = message.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw new Refused(Rejection.MISSING_FIELD, field + " is missing; expected a whole number");
    }
    if (!value.isIntegralNumber()) {
      throw new Refused(Rejection.WRONG_TYPE, field + " is no whole number");
    }
    if (!value.canConvertToLong() || value.longValue() < 1) {
      throw new Refused(Rejection.NUMBER_OUT_OF_RANGE, field + " must be at least 1");
    }
    return value.longValue();
  }

  /** Epoch milliseconds that must be there. */
  long time(String field) throws Refused {
    return millis(field, text(field));
  }

  /** Epoch milliseconds that may be left out. */
  long time(String field, long otherwise) throws Refused {
    String text = textOrNull(field);
    return text == null ? otherwise : millis(field, text);
  }

  /** One of these that must be there. */
  <E> E constant(String field, E[] values, Function<E, String> code) throws Refused {
    return constant(field, text(field), values, code);
  }

  /** One of these, or {@code null} if it is left out. */
  <E> E constantOrNull(String field, E[] values, Function<E, String> code) throws Refused {
    String text = textOrNull(field);
    return text == null ? null : constant(field, text, values, code);
  }

  private static long millis(String field, String text) throws Refused {
    long millis = Rfc3339.epochMilli(text);
    if (millis == Rfc3339.MALFORMED) {
      throw new Refused(
          Rejection.TIME_MALFORMED,
          field + " is no RFC 3339 date-time, as 2026-01-31T12:00:00Z is");
    }
    return millis;
  }

  private static <E> E constant(String field, String text, E[] values, Function<E, String> code)
      throws Refused {
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
}
