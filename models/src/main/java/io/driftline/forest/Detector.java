package io.driftline.forest;

import io.driftline.feature.Feature;
import io.driftline.feature.SessionSum;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an action is judged by: two forests, and six sums of bits. */
public enum Detector {
  /** The forest over what is done, to what, in which order. */
  BEHAVIOUR("what the agent does", 0.25, 0, 1),
  /** The forest over for whom, from where, when and how much. */
  CIRCUMSTANCE("the circumstances it acts in", 0.03, 60, 1),
  /** The joint surprise of harm where it is done: on this resource, within this session. */
  SURPRISE(
      "the joint surprise of its risks",
      0.25,
      0,
      64,
      Feature.RESOURCE_RISK,
      Feature.RESOURCE_CO_OCCURRENCE_RISK),
  /** How far pace, volume and silence are above the usual. */
  LEVEL("pace, volume or silence", 0.10, 60, 256, Feature.RATE, Feature.BYTES, Feature.SILENCE),
  /** What the session's surprises add up to, though none of them may stand out. */
  SESSION("what the session adds up to", 0.13, 60, 2048, Feature.SESSION_LOAD),
  /** How much data the session has moved. */
  VOLUME("how much data the session moves", 0.05, 75, 2048, Feature.SESSION_VOLUME),
  /** How many unusual systems the session reaches for. */
  REACH("the systems the session reaches for", 0.05, 75, 2048, Feature.SESSION_REACH) {
    /** Two systems at one in 256: a single new one is a new task, or a new version. */
    @Override
    double leastBits() {
      return 16;
    }
  },
  /** How much a session does that is a little odd from beginning to end. */
  TOTAL("how much is odd in the session as a whole", 0.14, 75, 2048, Feature.SESSION_TOTAL);

  /** Those that judge by a sum, in the order of their calibrations. */
  public static final List<Detector> SUMS =
      Arrays.stream(values()).filter(Detector::isSum).toList();

  private final String text;
  private final double weight;
  private final double speaksFrom;
  private final double mostBits;
  private final int[] terms;
  private final SessionSum sessionSum;

  Detector(String text, double weight, double speaksFrom, double mostBits, Feature... terms) {
    this.text = text;
    this.weight = weight;
    this.speaksFrom = speaksFrom;
    this.mostBits = mostBits;
    this.terms = Arrays.stream(terms).mapToInt(Feature::ordinal).toArray();
    this.sessionSum = terms.length == 1 ? SessionSum.of(terms[0]) : null;
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

  /**
   * The weighted score below which it says nothing. What is somewhat odd about circumstances, pace
   * or a session is too common to rank actions by; what is very odd is not. Three sums of sessions
   * speak from the usual alert line only: on real traces anything lower only cost ranking.
   */
  public double speaksFrom() {
    return speaksFrom;
  }

  /** The sum over the session that it judges; {@code null} for all others. */
  public SessionSum sessionSum() {
    return sessionSum;
  }

  /** Whether it judges by a sum of bits rather than by a forest. */
  public boolean isSum() {
    return terms.length > 0;
  }

  /** Vector positions of the features it adds up; empty for a forest. */
  int[] terms() {
    return terms;
  }

  /**
   * The bits below which it says nothing, however rare. Where a sum never varied, anything is rare;
   * that alone makes it no news.
   */
  double leastBits() {
    return 0;
  }

  /** The sum at which {@link Surprise#raw} reaches 1: more than any sum that was ever seen. */
  double mostBits() {
    return mostBits;
  }
}
