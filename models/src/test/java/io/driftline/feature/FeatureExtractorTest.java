package io.driftline.feature;

import static io.driftline.baseline.SampleAction.bare;
import static io.driftline.baseline.SampleAction.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.Baseline;
import io.driftline.baseline.BaselineSettings;
import io.driftline.baseline.CohortBaseline;
import io.driftline.baseline.Observation;
import io.driftline.baseline.RandomActions;
import io.driftline.baseline.SampleAction;
import io.driftline.baseline.SessionContext;
import io.driftline.baseline.SessionRisk;
import io.driftline.baseline.SessionTracker;
import io.driftline.baseline.TrackerSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FeatureExtractorTest {

  private static final Offset<Double> NEARLY = within(1e-6);

  /**
   * A new value after 7 of one other: n = 7, T = 1, λ = 7/8, own tail mass 1/8, peers unknown, so t
   * = 7/64 + 8/64 = 15/64; backed off to a parent of 1 with μ = 7/8: 105/512 + 64/512.
   */
  private static final double NEW_AFTER_SEVEN = bitsOf(169 / 512.0);

  private final FeatureExtractor extractor = new FeatureExtractor();
  private final Baseline agent = new Baseline(BaselineSettings.defaults());

  @Test
  void theFirstActionOfAnAgentWithoutPeersIsNoSurprise() {
    assertThat(extract(sample().observe())).containsOnly(0);
  }

  @Test
  void theUsualActionIsNoSurprise() {
    learn(sample(), 50);

    assertThat(extract(sample().observe())).containsOnly(0);
  }

  @Test
  void aNewResourceIsAsRareAsItsTailMass() {
    learn(sample(), 7);
    double[] features = extract(sample().resource("/inbox/ann/2").observe());

    assertThat(features[Feature.RESOURCE_RARITY.ordinal()]).isEqualTo(NEW_AFTER_SEVEN, NEARLY);
    assertThat(features[Feature.SCOPE_RARITY.ordinal()]).isZero();
    assertThat(features[Feature.STEP_RARITY.ordinal()]).isZero();
    assertThat(features[Feature.RESOURCE_RISK.ordinal()]).as("reading is harmless").isZero();
  }

  @Test
  void aRiskIsTheRarityTimesTheSensitivity() {
    SampleAction sending = sample().action("send_mail").permission("mail:send");
    learn(sending, 7);
    double[] features = extract(sending.resource("/outbox/eve/1").observe());

    double bits = NEW_AFTER_SEVEN;
    assertThat(features[Feature.RESOURCE_RISK.ordinal()]).isEqualTo(0.75 * bits, NEARLY);
    assertThat(features[Feature.SCOPE_RARITY.ordinal()]).isEqualTo(bits, NEARLY);
    assertThat(features[Feature.SCOPE_RISK.ordinal()]).isEqualTo(0.75 * bits, NEARLY);
    // Mixed with how rare the step itself is, 169/512: 7/8 · 15/64 + 1/8 · 169/512 = 1009/4096.
    assertThat(features[Feature.STEP_RARITY.ordinal()]).isEqualTo(bitsOf(1009 / 4096.0), NEARLY);
    assertThat(features[Feature.PERMISSION_RISK.ordinal()]).isZero();
    assertThat(features[Feature.SESSION_LOAD.ordinal()]).isEqualTo(2 * 0.75 * bits, NEARLY);
  }

  @Test
  void aFirstActionMakesItsResourceAsRareAsItself() {
    learn(sample(), 7);
    double[] features = extract(sample().action("delete_mail").observe());

    // Nothing is known of the resources of deleting, so the rarity is that of deleting, 169/512.
    assertThat(features[Feature.RESOURCE_RARITY.ordinal()]).isEqualTo(NEW_AFTER_SEVEN, NEARLY);
    assertThat(features[Feature.SCOPE_RARITY.ordinal()]).isEqualTo(NEW_AFTER_SEVEN, NEARLY);
  }

  @Test
  void aStepBelongsIfItGoesWithAnyRecentOne() {
    long usual = 11;
    long foreign = 12;
    for (int i = 0; i < 7; i++) {
      agent.learn(inSession(sample(), usual));
      agent.learn(inSession(sample().action("list_mail"), foreign));
    }

    double alone = coOccurrence(inSession(sample(), foreign));
    assertThat(alone).isEqualTo(NEW_AFTER_SEVEN, NEARLY);
    assertThat(coOccurrence(inSession(sample(), foreign, usual))).isZero();
    assertThat(coOccurrence(sample().observe())).as("no step before").isZero();
  }

  @Test
  void anActionFasterThanUsualStandsOut() {
    for (int i = 0; i < 40; i++) {
      learn(sample().after(Duration.ofHours(i)), 1);
    }
    Duration later = Duration.ofHours(40);
    assertThat(extract(sample().after(later).observe())[Feature.RATE.ordinal()]).isLessThan(0.01);

    learn(sample().after(later), 9);
    double[] tenth = extract(sample().after(later).observe());
    assertThat(tenth[Feature.RATE.ordinal()]).isGreaterThan(3);
  }

  @Test
  void aBurstDoesNotTeachThatBurstsAreUsual() {
    for (int i = 0; i < 40; i++) {
      learn(sample().after(Duration.ofHours(i)), 1);
    }
    SampleAction later = sample().after(Duration.ofHours(41));
    learn(later, 500);

    // The 500 count as one: ln 501 = 6.2 stands against 41 observations of about 0.
    assertThat(extract(later.observe())[Feature.RATE.ordinal()]).isGreaterThan(30);
  }

  @Test
  void aVolumeIsComparedWithTheSameActionsBefore() {
    learn(sample().bytes(999L), 10);
    double[] features = extract(sample().bytes(Math.round(1000 * Math.E) - 1).observe());

    // One above the mean of logarithms with the least spread of 0.25: z = 4, log2 e^4.
    assertThat(features[Feature.BYTES.ordinal()]).isEqualTo(4 / Math.log(2), within(1e-2));
    assertThat(extract(sample().bytes(10L).observe())[Feature.BYTES.ordinal()]).isZero();
    assertThat(extract(sample().bytes(null).observe())[Feature.BYTES.ordinal()]).isZero();
  }

  @Test
  void aVolumeIsComparedWithAllActionsWhileTheSameAreTooFew() {
    learn(sample().bytes(999L), 10);
    double[] features =
        extract(sample().action("export").bytes(Math.round(1000 * Math.E) - 1).observe());

    assertThat(features[Feature.BYTES.ordinal()]).isEqualTo(4 / Math.log(2), within(1e-2));
  }

  @Test
  void aSilenceIsComparedWithEarlierPauses() {
    for (int i = 0; i <= 20; i++) {
      learn(sample().after(Duration.ofHours(i)), 1);
    }
    double[] usual = extract(sample().after(Duration.ofHours(21)).observe());
    double[] silent = extract(sample().after(Duration.ofHours(20 + 24)).observe());
    double[] busy = extract(sample().after(Duration.ofHours(20).plusMinutes(10)).observe());

    // Twenty pauses of an hour, spread less than 0.25: z = ln 24 / 0.25, over ln 2.
    assertThat(silent[Feature.SILENCE.ordinal()])
        .isEqualTo(Math.log(24) / 0.25 / Math.log(2), NEARLY);
    assertThat(usual[Feature.SILENCE.ordinal()]).isZero();
    assertThat(busy[Feature.SILENCE.ordinal()]).as("no pause to speak of").isZero();
  }

  @Test
  void fewerThanTenPausesSayNothing() {
    for (int i = 0; i < 10; i++) {
      learn(sample().after(Duration.ofHours(i)), 1);
    }
    double[] silent = extract(sample().after(Duration.ofDays(20)).observe());

    assertThat(silent[Feature.SILENCE.ordinal()]).isZero();
  }

  @Test
  void fewerThanTenObservationsSayNothingAboutALevel() {
    learn(sample().bytes(999L), 9);

    assertThat(extract(sample().bytes(1_000_000L).observe())[Feature.BYTES.ordinal()]).isZero();
  }

  @Test
  void aSessionStaysRiskyForAWhile() {
    double[] features = new double[Feature.values().length];
    features[Feature.RESOURCE_RISK.ordinal()] = 5;
    features[Feature.SESSION_LOAD.ordinal()] = 20;
    SessionRisk risky =
        FeatureExtractor.riskAfter(SessionRisk.NONE, sample().eventId("e-1").observe(), features);
    features[Feature.RESOURCE_RISK.ordinal()] = 1;
    SessionRisk later =
        FeatureExtractor.riskAfter(risky, sample().eventId("e-2").observe(), features);

    assertThat(risky).isEqualTo(new SessionRisk(5, new double[] {20, 0, 0, 0}, "e-1"));
    assertThat(later).isEqualTo(new SessionRisk(4, new double[] {20, 0, 0, 0}, "e-1"));
    agent.noteSessionRisk("session-1", later);
    double[] next = extract(sample().observe());
    assertThat(next[Feature.SESSION_RISK.ordinal()]).isEqualTo(4);
    assertThat(next[Feature.SESSION_LOAD.ordinal()]).isEqualTo(0.9 * 20, NEARLY);
  }

  @Property(seed = "1", tries = 40)
  void everyVectorIsFiniteAndNotNegative(@ForAll long seed) {
    Baseline baseline = new Baseline(BaselineSettings.defaults());
    SessionTracker tracker = new SessionTracker(TrackerSettings.defaults());
    for (AgentAction action :
        RandomActions.list(new SplittableRandom(seed), 150, Duration.ofHours(9))) {
      Observation seen = Observation.of(action, tracker.place(action));
      double[] features = extractor.extract(seen, baseline, CohortBaseline.EMPTY);
      assertThat(Arrays.stream(features)).allMatch(bits -> bits >= 0 && Double.isFinite(bits));
      baseline.learn(seen);
    }
    assertThat(extractor.extract(bare().observe(), baseline, CohortBaseline.EMPTY))
        .hasSize(Feature.values().length)
        .doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
  }

  private static double bitsOf(double share) {
    return -Math.log(share) / Math.log(2);
  }

  private double[] extract(Observation seen) {
    return extractor.extract(seen, agent, CohortBaseline.EMPTY);
  }

  private double coOccurrence(Observation seen) {
    return extract(seen)[Feature.CO_OCCURRENCE_RARITY.ordinal()];
  }

  private void learn(SampleAction action, int times) {
    for (int i = 0; i < times; i++) {
      agent.learn(action.observe());
    }
  }

  private static Observation inSession(SampleAction action, long... recentSteps) {
    return Observation.of(action.build(), new SessionContext("session-1", recentSteps, false));
  }
}
