package io.driftline.incident;

import java.util.Locale;

/** What a record of an incident says. */
public enum IncidentChange {
  /** It is told for the first time. */
  OPENED,
  /** It has become worse, larger or broader. */
  UPDATED,
  /** Nothing more is expected of it. */
  CLOSED;

  /** The name used in outputs, for example {@code opened}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
