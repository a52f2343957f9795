package io.driftline.job.registry;

import io.driftline.registry.RegistryChange.Subject;
import java.util.List;
import java.util.Map;

/** The fields and limits of registry records v1; the published schemas state the same ones. */
public final class RegistryContract {

  /** Most entries of one list, for example of an agent's grants. */
  public static final int MAX_ENTRIES = 4096;

  /** Fields of an agent's record. */
  public static final List<String> AGENT =
      List.of(
          "agent_id",
          "kind",
          "owner",
          "vendor",
          "purpose",
          "version",
          "systems",
          "invokers",
          "grants",
          "credentials",
          "effective",
          "removed");

  /** Fields of a person's record. */
  public static final List<String> PERSON =
      List.of("user_id", "status", "entitlements", "manager", "effective", "removed");

  /** Fields of the entries of lists that hold objects, by the name of the list. */
  public static final Map<String, List<String>> ENTRIES =
      Map.of(
          "grants", List.of("system", "permission", "granted", "expires", "reviewed"),
          "credentials", List.of("id", "type", "rotated"),
          "entitlements", List.of("system", "permission"));

  private RegistryContract() {}

  /** The field that names whom a record is about. */
  public static String idField(Subject subject) {
    return subject == Subject.AGENT ? "agent_id" : "user_id";
  }

  /** Fields of a record. */
  public static List<String> fields(Subject subject) {
    return subject == Subject.AGENT ? AGENT : PERSON;
  }
}
