package io.driftline.posture;

import java.util.ArrayList;
import java.util.List;

/**
 * What comes of uses of credentials once they are judged.
 *
 * @param findings what is wrong, or no longer is
 * @param entries lines for the inventory
 * @param uses what was used, by agents as they are registered
 */
public record ClosedUses(
    List<Finding> findings, List<CredentialEntry> entries, List<CredentialUse> uses) {

  ClosedUses() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }
}
