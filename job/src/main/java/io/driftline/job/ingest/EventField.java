package io.driftline.job.ingest;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The fields of {@code agent-activity} v1, parents before their children. */
enum EventField {
  EVENT_ID(null, "event_id", Shape.IDENTIFIER),
  TIME(null, "time", Shape.TIME),
  AGENT(null, "agent", Shape.OBJECT),
  AGENT_ID(AGENT, "id", Shape.IDENTIFIER),
  AGENT_KIND(AGENT, "kind", Shape.IDENTIFIER),
  AGENT_NAME(AGENT, "name", Shape.IDENTIFIER),
  AGENT_VERSION(AGENT, "version", Shape.IDENTIFIER),
  AGENT_OWNER(AGENT, "owner", Shape.IDENTIFIER),
  REQUESTER(null, "requester", Shape.OBJECT),
  REQUESTER_ID(REQUESTER, "id", Shape.IDENTIFIER),
  REQUESTER_TYPE(REQUESTER, "type", Shape.IDENTIFIER),
  SESSION_ID(null, "session_id", Shape.IDENTIFIER),
  TRACE_ID(null, "trace_id", Shape.IDENTIFIER),
  PARENT_AGENT_ID(null, "parent_agent_id", Shape.IDENTIFIER),
  SYSTEM(null, "system", Shape.IDENTIFIER),
  ACTION(null, "action", Shape.IDENTIFIER),
  PERMISSION(null, "permission", Shape.IDENTIFIER),
  RESOURCE(null, "resource", Shape.FREE_TEXT),
  OUTCOME(null, "outcome", Shape.IDENTIFIER),
  CREDENTIAL(null, "credential", Shape.OBJECT),
  CREDENTIAL_ID(CREDENTIAL, "id", Shape.IDENTIFIER),
  CREDENTIAL_TYPE(CREDENTIAL, "type", Shape.IDENTIFIER),
  SOURCE_IP(null, "source_ip", Shape.IDENTIFIER),
  BYTES(null, "bytes", Shape.WHOLE_NUMBER);

  /** What a field may hold. */
  enum Shape {
    OBJECT(0),
    /** Compared, counted and shown as it is, so free of control characters. */
    IDENTIFIER(ActivityContract.MAX_IDENTIFIER),
    /** RFC 3339; fractions of a second may have any number of digits. */
    TIME(Integer.MAX_VALUE),
    /** May hold anything: a resource can be a query or a prompt of several lines. */
    FREE_TEXT(ActivityContract.MAX_RESOURCE),
    WHOLE_NUMBER(0);

    private final int maxLength;

    Shape(int maxLength) {
      this.maxLength = maxLength;
    }

    /** Longest text in Unicode code points. */
    int maxLength() {
      return maxLength;
    }
  }

  private final EventField parent;
  private final String key;
  private final Shape shape;

  EventField(EventField parent, String key, Shape shape) {
    this.parent = parent;
    this.key = key;
    this.shape = shape;
  }

  /** The fields directly in {@code parent}, or in the event if it is {@code null}, by key. */
  static Map<String, EventField> within(EventField parent) {
    return Arrays.stream(values())
        .filter(field -> field.parent == parent)
        .collect(Collectors.toUnmodifiableMap(EventField::key, field -> field));
  }

  /** The name in its JSON object. */
  String key() {
    return key;
  }

  /** The name as messages give it, for example {@code agent.id}. */
  String path() {
    return parent == null ? key : parent.key + '.' + key;
  }

  Shape shape() {
    return shape;
  }
}
