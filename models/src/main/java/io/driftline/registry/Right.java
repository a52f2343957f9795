package io.driftline.registry;

import java.util.Objects;

/**
 * What may be done where, as registries write it.
 *
 * @param system a system's name, or {@value #ANY} for every system
 * @param permission a permission, {@value #ANY} for every one, or all that begin alike up to a
 *     colon, dot or slash, for example {@code mail:*}
 */
public record Right(String system, String permission) implements Comparable<Right> {

  /** Stands for every system, or every permission. */
  public static final String ANY = "*";

  public Right {
    requireText("system", system);
    requireText("permission", permission);
    int star = permission.indexOf(ANY);
    if (star >= 0 && star < permission.length() - 1) {
      throw new IllegalArgumentException(
          "permission may have %s at its end only, was %s".formatted(ANY, permission));
    }
  }

  /** Whether it allows to use this permission on this system. */
  public boolean covers(String usedSystem, String usedPermission) {
    return (system.equals(ANY) || system.equals(usedSystem)) && coversPermission(usedPermission);
  }

  /** Whether all that {@code other} allows is allowed by it. */
  public boolean covers(Right other) {
    return (system.equals(ANY) || system.equals(other.system))
        && coversPermission(other.permission);
  }

  /** Whether it names no single system and permission but many. */
  public boolean isPattern() {
    return system.equals(ANY) || permission.endsWith(ANY);
  }

  @Override
  public int compareTo(Right other) {
    int bySystem = system.compareTo(other.system);
    return bySystem != 0 ? bySystem : permission.compareTo(other.permission);
  }

  private boolean coversPermission(String used) {
    return permission.endsWith(ANY)
        ? used.startsWith(permission.substring(0, permission.length() - ANY.length()))
        : permission.equals(used);
  }

  private static void requireText(String what, String text) {
    Objects.requireNonNull(text, what);
    if (text.isEmpty()) {
      throw new IllegalArgumentException(what + " must not be empty");
    }
  }
}
