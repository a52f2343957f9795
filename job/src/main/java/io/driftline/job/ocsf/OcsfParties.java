package io.driftline.job.ocsf;

import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.alert.JsonFields.texts;
import static io.driftline.job.ocsf.OcsfFields.coded;
import static io.driftline.job.ocsf.OcsfFields.item;
import static io.driftline.job.ocsf.OcsfFields.object;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.activity.Agent;
import io.driftline.activity.Credential;
import io.driftline.activity.Requester;
import java.io.IOException;
import java.util.List;

/**
 * Who acted on what. OCSF 1.8.0 has no object for an agent: it is the application that acted, and a
 * resource of type {@value #AGENT}; on whose behalf is the user who acted.
 */
final class OcsfParties {

  /** Type of the resource that is an agent. */
  static final String AGENT = "AI agent";

  private OcsfParties() {}

  /** An agent among {@code resources}. */
  static void agent(JsonGenerator json, Agent agent, OcsfRole role) throws IOException {
    item(
        json,
        it -> {
          text(it, "uid", agent.id());
          text(it, "name", agent.name());
          text(it, "type", AGENT);
          text(it, "version", agent.version());
          role(it, role);
          if (agent.kind() != null) {
            texts(it, "labels", List.of(agent.kind().code()));
          }
          if (agent.owner() != null) {
            object(it, "owner", owner -> text(owner, "name", agent.owner()));
          }
        });
  }

  /** A system, or something in one, among {@code resources}; nothing for {@code null}. */
  static void resource(JsonGenerator json, String name, String type, OcsfRole role)
      throws IOException {
    if (name != null) {
      item(
          json,
          it -> {
            text(it, "name", name);
            text(it, "type", type);
            role(it, role);
          });
    }
  }

  private static void role(JsonGenerator json, OcsfRole role) throws IOException {
    coded(json, "role", role.id(), "role", role.caption());
  }

  /** As {@code actor}: the agent, and what is known of the rest, which may be {@code null}. */
  static void actor(
      JsonGenerator json, Agent agent, String session, Credential credential, Requester requester)
      throws IOException {
    object(
        json,
        "actor",
        it -> {
          text(it, "app_uid", agent.id());
          text(it, "app_name", agent.name());
          session(it, session, credential);
          requester(it, requester);
        });
  }

  private static void session(JsonGenerator json, String session, Credential credential)
      throws IOException {
    if (session != null || credential != null) {
      object(
          json,
          "session",
          it -> {
            text(it, "uid", session);
            text(it, "credential_uid", credential == null ? null : credential.id());
          });
    }
  }

  private static void requester(JsonGenerator json, Requester requester) throws IOException {
    if (requester != null) {
      object(
          json,
          "user",
          it -> {
            text(it, "uid", requester.id());
            requesterType(it, requester.type());
          });
    }
  }

  private static void requesterType(JsonGenerator json, Requester.Type type) throws IOException {
    if (type == null) {
      coded(json, "type", 0, "type", "Unknown");
      return;
    }
    switch (type) {
      case USER -> coded(json, "type", 1, "type", "User");
      case SCHEDULE -> coded(json, "type", 3, "type", "System");
      case AGENT -> coded(json, "type", 4, "type", "Service");
    }
  }
}
