package io.driftline.relation;

import io.driftline.registry.Right;
import java.util.Collection;
import java.util.List;

/** Names from events as rights: an asterisk in them stands for itself, not for everything. */
final class UsedRights {

  /** Of actions that state no permission; no table of sensitivities says anything about it. */
  private static final String UNSTATED = "?";

  private static final String FULL_WIDTH = "\uFF0A";

  private UsedRights() {}

  static List<Right> of(String system, Collection<String> permissions) {
    Collection<String> used = permissions.isEmpty() ? List.of(UNSTATED) : permissions;
    return used.stream().map(permission -> right(system, permission)).toList();
  }

  private static Right right(String system, String permission) {
    return new Right(literal(system), literal(permission));
  }

  private static String literal(String name) {
    return name.isEmpty() ? UNSTATED : name.replace(Right.ANY, FULL_WIDTH);
  }
}
