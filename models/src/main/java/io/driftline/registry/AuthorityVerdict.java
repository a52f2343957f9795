package io.driftline.registry;

import java.util.Locale;

/** Whether the person on whose behalf an agent acted was entitled to what the agent did. */
public enum AuthorityVerdict {
  /** The person held the entitlement at that time. */
  ENTITLED,
  /** The person is known and active, and did not hold it. */
  NOT_ENTITLED,
  /** The person had left, or the account was disabled. */
  DISABLED,
  /** The requester, or the permission that was used, is not known. */
  UNKNOWN,
  /** No person asked: nobody is named, or a schedule. */
  NO_REQUESTER;

  /** The name used in outputs, for example {@code not_entitled}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether somebody got what was not theirs to have. */
  public boolean accuses() {
    return this == NOT_ENTITLED || this == DISABLED;
  }
}
