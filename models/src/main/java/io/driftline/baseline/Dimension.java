package io.driftline.baseline;

import java.util.Locale;

/**
 * A categorical side of an action that a baseline counts. A conditional dimension counts its values
 * separately per context ("resources, given the action"); the others have one context.
 */
public enum Dimension {
  SYSTEM("system", true, true),
  PERMISSION("permission", true, true),
  ACTION("action", true, true),
  RESOURCE("resource, given the action", false, true),
  SCOPE("resource scope, given the action", true, true),
  STEP("action and scope", false, false),
  NEXT_STEP("action and scope, given those before", false, false),
  CO_OCCURRENCE("action and scope, given others of the session", false, false),
  REQUESTER("requester", true, true),
  CREDENTIAL("credential", true, true),
  NETWORK("network", true, true),
  OUTCOME("outcome, given the action", true, false),
  HOUR("hour of a working or free day", true, false),
  /** Only cohorts count it: which agents use a value. */
  PEER("agents, given the value they use", false, false),
  /** Only cohorts count it: on which days something sensitive was done to a resource. */
  DAY("days, given the sensitive action and its resource", false, false),
  /** Only of sensitive actions. */
  RESOURCE_CO_OCCURRENCE(
      "sensitive action and resource, given other steps of the session", false, false);

  private final String text;
  private final boolean labelled;
  private final boolean timed;

  Dimension(String text, boolean labelled, boolean timed) {
    this.text = text;
    this.labelled = labelled;
    this.timed = timed;
  }

  /** The name used in outputs, for example {@code next_step}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is counted, in words. */
  public String text() {
    return text;
  }

  /** Whether values are kept in clear, so that an explanation can name the usual ones. */
  public boolean labelled() {
    return labelled;
  }

  /** Whether first and last sight of each value are kept. */
  public boolean timed() {
    return timed;
  }

  /**
   * Whether it counts the very resource, so that what is sensitive is learnt with delay: see {@link
   * Probation}.
   */
  public boolean ofResource() {
    return this == RESOURCE || this == RESOURCE_CO_OCCURRENCE;
  }
}
