package io.driftline.job.ingest;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Credential;
import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Events that the tests of this package share. */
final class Samples {

  static final Clock NOW = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  static final SourcePosition PLACE = SourcePosition.inTopic("agent-activity", 3, 42);

  static final String MINIMAL =
      """
      {"event_id":"e1","time":"2026-03-01T09:30:00Z","agent":{"id":"a1"},\
      "system":"mail","action":"send"}""";

  static final String FULL =
      """
      {"event_id":"e1","time":"2026-03-01T09:30:00.250Z",\
      "agent":{"id":"a1","kind":"third_party","name":"Clerk","version":"2.4","owner":"ops"},\
      "requester":{"id":"ana","type":"user"},"session_id":"s1","trace_id":"t1",\
      "parent_agent_id":"a0","system":"mail","action":"send","permission":"mail:send",\
      "resource":"ap@supplier.example","outcome":"success",\
      "credential":{"id":"k1","type":"api_key"},"source_ip":"192.0.2.10","bytes":2048}""";

  private Samples() {}

  static AgentAction fullAction() {
    return new AgentAction(
        "e1",
        Instant.parse("2026-03-01T09:30:00.250Z"),
        new Agent("a1", AgentKind.THIRD_PARTY, "Clerk", "2.4", "ops"),
        new Requester("ana", Requester.Type.USER),
        "s1",
        "t1",
        "a0",
        "mail",
        "send",
        "mail:send",
        "ap@supplier.example",
        Outcome.SUCCESS,
        new Credential("k1", "api_key"),
        "192.0.2.10",
        2048L);
  }

  static AgentAction minimalAction() {
    return new AgentAction(
        "e1",
        Instant.parse("2026-03-01T09:30:00Z"),
        new Agent("a1", null, null, null, null),
        null,
        null,
        null,
        null,
        "mail",
        "send",
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** The minimal event with {@code field}, JSON of the form {@code "key":value}, added. */
  static String minimalWith(String field) {
    return MINIMAL.substring(0, MINIMAL.length() - 1) + "," + field + "}";
  }

  static Decoded decode(byte[] record) {
    return new ActivityDecoder(NOW).decode(record, PLACE);
  }

  static Decoded decode(String record) {
    return decode(record.getBytes(StandardCharsets.UTF_8));
  }

  static DeadLetter deadLetter() {
    return decode("{}").deadLetter();
  }
}
