package io.driftline.audit;

import java.util.Locale;

/** What can be wrong with a chain. */
public enum ChainFault {
  /** A record's hash is not that of its bytes. */
  ALTERED,
  /** A number is left out. */
  MISSING,
  /** A number comes once more. */
  REPEATED,
  /** A record comes after one with a higher number. */
  REORDERED,
  /** A record is sound, and does not name the record before it: one of the two was replaced. */
  UNLINKED,
  /** A record is sound, and is not the one that was sealed or verified before. */
  REPLACED,
  /** The chain ends before a record that was sealed or verified before. */
  CUT;

  /** The name used in outputs, for example {@code altered}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
