package io.driftline.job.evaluate;

/** What can tell of trouble. */
public enum Signal {
  /** An anomaly: what the agent does is unlike it, and unlike its peers. */
  ALERT("alert", "alerts"),
  /** A finding: what the agent did is against what the registry says. */
  FINDING("finding", "findings"),
  /** A drift: the agent has become another in the course of days. */
  DRIFT("drift", "drifts");

  private final String code;
  private final String many;

  Signal(String code, String many) {
    this.code = code;
    this.many = many;
  }

  /** One of it, in a word. */
  public String code() {
    return code;
  }

  /** Several of it, in a word. */
  public String many() {
    return many;
  }
}
