package io.driftline.simulate;

import io.driftline.registry.UserRecord;
import io.driftline.registry.UserStatus;

/**
 * Somebody who works in the enterprise.
 *
 * @param address the mail address, which is also the id as a requester and as an owner
 * @param area where the person works
 */
record Person(String address, Area area) {

  /** As the registry has it. */
  UserRecord declared(JobRights rights) {
    return new UserRecord(address, UserStatus.ACTIVE, rights.of(area), null);
  }
}
