package io.driftline.forest;

import java.util.Locale;

/** What an action is judged by. */
public enum Detector {
  /** The forest over what is done, to what, in which order. */
  BEHAVIOUR("what the agent does", 4 / 9.0),
  /** The forest over for whom, from where, when and how much. */
  CIRCUMSTANCE("the circumstances it acts in", 1 / 9.0),
  /** The joint surprise of its risks, see {@link Surprise}. */
  SURPRISE("the joint surprise of its risks", 4 / 9.0);

  private final String text;
  private final double weight;

  Detector(String text, double weight) {
    this.text = text;
    this.weight = weight;
  }

  /** The name used in outputs, for example {@code behaviour}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it judges; completes "unusual is …". */
  public String text() {
    return text;
  }

  /** Its share of the false alerts, above 0; the shares add up to 1. See {@link Scorer}. */
  public double weight() {
    return weight;
  }
}
