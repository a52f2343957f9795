package io.driftline.job.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.driftline.activity.AgentKind;
import io.driftline.job.ingest.Excerpt;
import io.driftline.job.ingest.Refusal;
import io.driftline.job.ingest.Rejection;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.RegisteredCredential;
import io.driftline.registry.RegistryChange.Subject;
import io.driftline.registry.Right;
import io.driftline.registry.UserRecord;
import io.driftline.registry.UserStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a record's fields: the same ones from a topic, a file of lines and a file for people. */
public final class RegistryReader {

  private static final String KINDS = codes(AgentKind.values(), AgentKind::code);
  private static final String STATUSES = codes(UserStatus.values(), UserStatus::code);

  private RegistryReader() {}

  /**
   * What a record states. Fields that are not known are ignored.
   *
   * @throws Refusal if it breaks a rule of the contract
   */
  public static RegistryEntry read(Subject subject, ObjectNode record) throws Refusal {
    RecordFields fields = RecordFields.of(record);
    String id = fields.required(RegistryContract.idField(subject));
    Instant effective = fields.optionalTime("effective");
    if (fields.flag("removed")) {
      return RegistryEntry.removal(subject, id, effective);
    }
    return subject == Subject.AGENT
        ? RegistryEntry.agent(agent(id, fields), effective)
        : RegistryEntry.user(user(id, fields), effective);
  }

  private static AgentRecord agent(String id, RecordFields fields) throws Refusal {
    return new AgentRecord(
        id,
        listed(fields, "kind", fields.optional("kind"), AgentKind::ofCode, KINDS),
        fields.optional("owner"),
        fields.optional("vendor"),
        fields.optional("purpose"),
        fields.optional("version"),
        fields.texts("systems"),
        fields.texts("invokers"),
        fields.list("grants", RegistryReader::grant),
        credentials(fields));
  }

  private static UserRecord user(String id, RecordFields fields) throws Refusal {
    return new UserRecord(
        id,
        listed(fields, "status", fields.required("status"), UserStatus::ofCode, STATUSES),
        fields.list("entitlements", (node, path) -> right(RecordFields.of(node, path))),
        fields.optional("manager"));
  }

  private static Grant grant(JsonNode node, String path) throws Refusal {
    RecordFields fields = RecordFields.of(node, path);
    Right right = right(fields);
    Instant granted = fields.requiredTime("granted");
    Instant expires = fields.optionalTime("expires");
    if (expires != null && expires.isBefore(granted)) {
      throw Refusal.of(
          Rejection.INCONSISTENT,
          fields.path("expires"),
          "is %s, before granted, which is %s".formatted(expires, granted));
    }
    return new Grant(right, granted, expires, fields.optionalTime("reviewed"));
  }

  private static Right right(RecordFields fields) throws Refusal {
    String system = fields.required("system");
    String permission = fields.required("permission");
    int star = permission.indexOf(Right.ANY);
    if (star >= 0 && star < permission.length() - 1) {
      throw Refusal.of(
          Rejection.PATTERN_MALFORMED,
          fields.path("permission"),
          "is " + Excerpt.quoted(permission) + "; expected * at the end only, or none");
    }
    return new Right(system, permission);
  }

  private static List<RegisteredCredential> credentials(RecordFields fields) throws Refusal {
    Map<String, String> pathById = new HashMap<>();
    return fields.list(
        "credentials",
        (node, path) -> {
          RegisteredCredential credential = credential(RecordFields.of(node, path));
          String before = pathById.putIfAbsent(credential.id(), path);
          if (before != null) {
            throw Refusal.of(
                Rejection.INCONSISTENT,
                path + ".id",
                "is that of " + before + "; expected another");
          }
          return credential;
        });
  }

  private static RegisteredCredential credential(RecordFields fields) throws Refusal {
    return new RegisteredCredential(
        fields.required("id"), fields.optional("type"), fields.optionalTime("rotated"));
  }

  private static <E> E listed(
      RecordFields fields, String field, String code, Function<String, E> ofCode, String codes)
      throws Refusal {
    E value = code == null ? null : ofCode.apply(code);
    if (code != null && value == null) {
      throw Refusal.of(
          Rejection.UNKNOWN_VALUE,
          fields.path(field),
          "is " + Excerpt.quoted(code) + "; expected one of " + codes);
    }
    return value;
  }

  private static <E> String codes(E[] values, Function<E, String> code) {
    return Arrays.stream(values).map(code).collect(Collectors.joining(", "));
  }
}
