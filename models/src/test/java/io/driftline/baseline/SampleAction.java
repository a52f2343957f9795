package io.driftline.baseline;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Credential;
import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import java.time.Duration;
import java.time.Instant;

/** Builds actions for tests: a mail agent reading its inbox, unless told otherwise. */
public final class SampleAction {

  /** A Monday, 09:00 UTC. */
  public static final Instant MONDAY = Instant.parse("2026-01-05T09:00:00Z");

  private String eventId = "event-1";
  private Instant time = MONDAY;
  private Requester requester = new Requester("ann", Requester.Type.USER);
  private String sessionId = "session-1";
  private String system = "mail";
  private String action = "read_mail";
  private String permission = "mail:read";
  private String resource = "/inbox/ann/1";
  private Outcome outcome = Outcome.SUCCESS;
  private Credential credential = new Credential("key-1", "api_key");
  private String sourceIp = "10.1.2.3";
  private Long bytes = 1_000L;

  private SampleAction() {}

  public static SampleAction sample() {
    return new SampleAction();
  }

  /** An action that says nothing but what it must. */
  public static SampleAction bare() {
    SampleAction bare = new SampleAction();
    bare.requester = null;
    bare.sessionId = null;
    bare.permission = null;
    bare.resource = null;
    bare.outcome = null;
    bare.credential = null;
    bare.sourceIp = null;
    bare.bytes = null;
    return bare;
  }

  public SampleAction eventId(String value) {
    eventId = value;
    return this;
  }

  public SampleAction after(Duration sinceMonday) {
    time = MONDAY.plus(sinceMonday);
    return this;
  }

  public SampleAction at(Instant value) {
    time = value;
    return this;
  }

  public SampleAction requester(String value) {
    requester = value == null ? null : new Requester(value, null);
    return this;
  }

  public SampleAction session(String value) {
    sessionId = value;
    return this;
  }

  public SampleAction system(String value) {
    system = value;
    return this;
  }

  public SampleAction action(String value) {
    action = value;
    return this;
  }

  public SampleAction permission(String value) {
    permission = value;
    return this;
  }

  public SampleAction resource(String value) {
    resource = value;
    return this;
  }

  public SampleAction outcome(Outcome value) {
    outcome = value;
    return this;
  }

  public SampleAction credential(String value) {
    credential = value == null ? null : new Credential(value, null);
    return this;
  }

  public SampleAction sourceIp(String value) {
    sourceIp = value;
    return this;
  }

  public SampleAction bytes(Long value) {
    bytes = value;
    return this;
  }

  public AgentAction build() {
    return new AgentAction(
        eventId,
        time,
        new Agent("agent-1", AgentKind.PERSONAL, null, null, null),
        requester,
        sessionId,
        null,
        null,
        system,
        action,
        permission,
        resource,
        outcome,
        credential,
        sourceIp,
        bytes);
  }

  /** Seen as the first action of its session. */
  public Observation observe() {
    return Observation.of(build(), SessionContext.first(sessionId == null ? "none" : sessionId));
  }
}
