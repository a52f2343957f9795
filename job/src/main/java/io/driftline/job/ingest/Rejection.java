package io.driftline.job.ingest;

import java.util.Locale;

/** Why a record is not what its contract asks for. */
public enum Rejection {
  EMPTY("the record holds nothing"),
  TOO_LARGE("the record is larger than the contract allows"),
  NOT_UTF8("the record is not well-formed UTF-8"),
  NOT_JSON("the record is not JSON as RFC 8259 defines it"),
  NOT_AN_OBJECT("the record is JSON but not an object"),
  TRAILING_CONTENT("something follows the JSON object"),
  TOO_DEEP("objects or arrays are nested too deeply"),
  DUPLICATE_FIELD("a field of the contract occurs twice in one object"),
  MISSING_FIELD("a required field is absent, null or empty"),
  WRONG_TYPE("a field holds a JSON value of the wrong type"),
  UNKNOWN_VALUE("a field holds none of the values the contract lists"),
  TOO_LONG("a text is longer than the contract allows"),
  CONTROL_CHARACTER("an identifier holds a control character"),
  LONE_SURROGATE("a text holds half of a surrogate pair"),
  NUMBER_NOT_WHOLE("a number has a fraction or an exponent"),
  NUMBER_OUT_OF_RANGE("a number is negative or does not fit 64 bits"),
  TIME_MALFORMED("the time is not an RFC 3339 date-time"),
  TIME_TOO_EARLY("the time lies before the year 2000"),
  TIME_IN_FUTURE("the time lies too far ahead of the clock"),
  KEY_MISMATCH("the record's key is not the id in its value"),
  TOO_MANY("a list has more entries than the contract allows"),
  PATTERN_MALFORMED("a permission has its star elsewhere than at the end"),
  INCONSISTENT("fields of the record contradict each other"),
  UNSIGNED("the control message is not signed, and signatures are asked for"),
  BAD_SIGNATURE("the control message's signature is not that of the key that is trusted"),
  STALE("the control message is older than, or the same as, one that was accepted"),
  UNADMITTED("the agent is not registered, and too many like it appeared at once");

  private final String text;

  Rejection(String text) {
    this.text = text;
  }

  /** The name used in dead letters and metrics, for example {@code missing_field}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** One clause for people: what is wrong with such a record. */
  public String text() {
    return text;
  }
}
