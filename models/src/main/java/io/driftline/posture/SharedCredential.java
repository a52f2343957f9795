package io.driftline.posture;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * {@link PostureRule#SHARED_CREDENTIAL}: several agents used one credential of late. It is held
 * against the one that came second, and says who was there before.
 */
final class SharedCredential {

  private static final Comparator<KnownUse> BY_ENTRANCE =
      Comparator.comparingLong(KnownUse::since).thenComparing(known -> known.latest().agentId());

  private final List<KnownUse> users;
  private final long windowMillis;

  /**
   * @param known what is known of each agent's use
   * @param now event time, epoch milliseconds
   * @param windowMillis how long a use counts
   */
  SharedCredential(Collection<KnownUse> known, long now, long windowMillis) {
    this.users =
        known.stream()
            .filter(each -> now - each.last() < windowMillis)
            .sorted(BY_ENTRANCE)
            .toList();
    this.windowMillis = windowMillis;
  }

  boolean isViolated() {
    return users.size() > 1;
  }

  /** The use of the agent that came second; there must be one. */
  CredentialUse second() {
    return users.get(1).latest();
  }

  /** What the finding is kept open for; {@code null} if there is none. */
  FindingKey key() {
    if (!isViolated()) {
      return null;
    }
    String first = users.get(0).latest().agentId();
    FindingSubject subject = new FindingSubject(null, null, null, second().credential(), first);
    return new FindingKey(second().agentId(), PostureRule.SHARED_CREDENTIAL, subject);
  }

  /** When the first of the uses no longer counts; {@link Long#MAX_VALUE} if nothing is shared. */
  long until() {
    return isViolated()
        ? users.stream().mapToLong(KnownUse::last).min().orElseThrow() + windowMillis
        : Long.MAX_VALUE;
  }
}
