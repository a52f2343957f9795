package io.driftline.registry;

import java.util.List;
import java.util.Objects;

/**
 * What the organisation says about one person.
 *
 * @param userId the id by which events name the person as requester or owner, never empty
 * @param status whether the person may act at all
 * @param entitlements what the person may do; {@code null} when not declared, and then nothing is
 *     held against it
 * @param manager the id of the person's manager; {@code null} when not said
 */
public record UserRecord(
    String userId, UserStatus status, List<Right> entitlements, String manager) {

  public UserRecord {
    Objects.requireNonNull(userId, "user_id");
    Objects.requireNonNull(status, "status");
    entitlements = entitlements == null ? null : List.copyOf(entitlements);
  }

  /** Whether the person is at work. */
  public boolean isActive() {
    return status == UserStatus.ACTIVE;
  }

  /** Whether the person may do this; anything, if entitlements are not declared. */
  public boolean isEntitled(String system, String permission) {
    return entitlements == null
        || entitlements.stream().anyMatch(right -> right.covers(system, permission));
  }
}
