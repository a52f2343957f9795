package io.driftline.job.ingest;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Credential;
import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The values of one event, and the action they make. An empty text counts as absent. */
final class EventValues {

  private static final int FIELDS = EventField.values().length;
  private static final String KINDS = codes(AgentKind.values(), AgentKind::code);
  private static final String OUTCOMES = codes(Outcome.values(), Outcome::code);
  private static final String REQUESTER_TYPES =
      codes(Requester.Type.values(), Requester.Type::code);

  private final String[] texts = new String[FIELDS];
  private Long bytes;

  void set(EventField field, String text) {
    texts[field.ordinal()] = text.isEmpty() ? null : text;
  }

  void setBytes(long value) {
    bytes = value;
  }

  /**
   * The action.
   *
   * @param latest the latest time an event may bear, in milliseconds since the epoch
   */
  AgentAction toAction(long latest) throws Refusal {
    return new AgentAction(
        required(EventField.EVENT_ID),
        time(required(EventField.TIME), latest),
        agent(),
        requester(),
        optional(EventField.SESSION_ID),
        optional(EventField.TRACE_ID),
        optional(EventField.PARENT_AGENT_ID),
        required(EventField.SYSTEM),
        required(EventField.ACTION),
        optional(EventField.PERMISSION),
        optional(EventField.RESOURCE),
        listed(EventField.OUTCOME, Outcome::ofCode, OUTCOMES),
        credential(),
        optional(EventField.SOURCE_IP),
        bytes);
  }

  private Agent agent() throws Refusal {
    return new Agent(
        required(EventField.AGENT_ID),
        listed(EventField.AGENT_KIND, AgentKind::ofCode, KINDS),
        optional(EventField.AGENT_NAME),
        optional(EventField.AGENT_VERSION),
        optional(EventField.AGENT_OWNER));
  }

  /** A requester that nobody can name cannot be audited, so it counts as none. */
  private Requester requester() throws Refusal {
    String id = optional(EventField.REQUESTER_ID);
    Requester.Type type =
        listed(EventField.REQUESTER_TYPE, Requester.Type::ofCode, REQUESTER_TYPES);
    return id == null ? null : new Requester(id, type);
  }

  private Credential credential() {
    String id = optional(EventField.CREDENTIAL_ID);
    return id == null ? null : new Credential(id, optional(EventField.CREDENTIAL_TYPE));
  }

  private String optional(EventField field) {
    return texts[field.ordinal()];
  }

  private String required(EventField field) throws Refusal {
    String text = texts[field.ordinal()];
    if (text == null) {
      throw new Refusal(
          Rejection.MISSING_FIELD,
          field.path() + " is absent, null or empty; expected a text, as it is required");
    }
    return text;
  }

  private <T> T listed(EventField field, Function<String, T> ofCode, String codes) throws Refusal {
    String code = texts[field.ordinal()];
    T value = code == null ? null : ofCode.apply(code);
    if (code != null && value == null) {
      throw new Refusal(
          Rejection.UNKNOWN_VALUE,
          field.path() + " is " + Excerpt.quoted(code) + "; expected one of " + codes);
    }
    return value;
  }

  private static Instant time(String text, long latest) throws Refusal {
    long millis = Rfc3339.epochMilli(text);
    if (millis == Rfc3339.MALFORMED) {
      throw time(Rejection.TIME_MALFORMED, text, "RFC 3339, for example 2026-03-01T09:30:00Z");
    }
    if (millis < ActivityContract.EARLIEST.toEpochMilli()) {
      throw time(Rejection.TIME_TOO_EARLY, text, "a time not before " + ActivityContract.EARLIEST);
    }
    if (millis > latest) {
      throw time(
          Rejection.TIME_IN_FUTURE, text, "a time not after " + Instant.ofEpochMilli(latest));
    }
    return Instant.ofEpochMilli(millis);
  }

  private static Refusal time(Rejection reason, String text, String expected) {
    return new Refusal(reason, "time is " + Excerpt.quoted(text) + "; expected " + expected);
  }

  private static <T> String codes(T[] values, Function<T, String> code) {
    return Arrays.stream(values).map(code).collect(Collectors.joining(", "));
  }
}
