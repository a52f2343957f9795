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

  private final FeatureExtractor extractor = new FeatureExtractor();
  private final Baseline agent = new Baseline(BaselineSettings.defaults());

  @Test
  void theFirstActionOfAnAgentWithoutPeersIsNoSurprise() {
    assertThat(extract(sample().observe())).containsOnly(0);
  }

  @Test
  void theUsualActionIsNoSurprise() {
    learn(sample(), 50);
    double[] features = extract(sample().observe());
    features[Feature.RATE.ordinal()] = 0;

    assertThat(features).as("all but its pace").containsOnly(0);
  }

  @Test
  void aNewResourceIsAsRareAsItsTailMass() {
    learn(sample(), 7);
    double[] features = extract(sample().resource("/inbox/ann/2").observe());

    // n = 7, T = 1: λ = 7/8, own tail mass 1/8, peers unknown: t = 7/64 + 8/64.
    double bits = Math.log(64 / 15.0) / Math.log(2);
    assertThat(features[Feature.RESOURCE_RARITY.ordinal()]).isEqualTo(bits, NEARLY);
    assertThat(features[Feature.SCOPE_RARITY.ordinal()]).isZero();
    assertThat(features[Feature.STEP_RARITY.ordinal()]).isZero();
    assertThat(features[Feature.RESOURCE_RISK.ordinal()]).as("reading is harmless").isZero();
  }

  @Test
  void aRiskIsTheRarityTimesTheSensitivity() {
    SampleAction sending = sample().action("send_mail").permission("mail:send");
    learn(sending, 7);
    double[] features = extract(sending.resource("/outbox/eve/1").observe());

    double bits = Math.log(64 / 15.0) / Math.log(2);
    assertThat(features[Feature.RESOURCE_RISK.ordinal()]).isEqualTo(0.75 * bits, NEARLY);
    assertThat(features[Feature.SCOPE_RARITY.ordinal()]).isEqualTo(bits, NEARLY);
    assertThat(features[Feature.SCOPE_RISK.ordinal()]).isEqualTo(0.75 * bits, NEARLY);
    assertThat(features[Feature.STEP_RARITY.ordinal()]).isEqualTo(bits, NEARLY);
    assertThat(features[Feature.PERMISSION_RISK.ordinal()]).isZero();
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
    assertThat(alone).isEqualTo(Math.log(64 / 15.0) / Math.log(2), NEARLY);
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
  void aVolumeIsComparedWithTheSameActionsBefore() {
    learn(sample().bytes(999L), 10);
    double[] features = extract(sample().bytes(Math.round(1000 * Math.E) - 1).observe());

    // One above the mean of logarithms with the least spread of 0.25: z = 4, log2(1 + 16).
    assertThat(features[Feature.BYTES.ordinal()])
        .isEqualTo(Math.log(17) / Math.log(2), within(1e-3));
    assertThat(extract(sample().bytes(10L).observe())[Feature.BYTES.ordinal()]).isZero();
    assertThat(extract(sample().bytes(null).observe())[Feature.BYTES.ordinal()]).isZero();
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
    SessionRisk risky =
        FeatureExtractor.riskAfter(SessionRisk.NONE, sample().eventId("e-1").observe(), features);
    features[Feature.RESOURCE_RISK.ordinal()] = 1;
    SessionRisk later =
        FeatureExtractor.riskAfter(risky, sample().eventId("e-2").observe(), features);

    assertThat(risky).isEqualTo(new SessionRisk(5, "e-1"));
    assertThat(later).isEqualTo(new SessionRisk(4, "e-1"));
    agent.noteSessionRisk("session-1", later);
    assertThat(extract(sample().observe())[Feature.SESSION_RISK.ordinal()]).isEqualTo(4);
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
    return Observation.of(action.build(), new SessionContext("session-1", recentSteps));
  }
}
