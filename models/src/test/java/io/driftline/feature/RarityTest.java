package io.driftline.feature;

import static io.driftline.baseline.SampleAction.MONDAY;
import static io.driftline.baseline.SampleAction.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.driftline.baseline.Baseline;
import io.driftline.baseline.BaselineSettings;
import io.driftline.baseline.CohortBaseline;
import io.driftline.baseline.CohortCounts;
import io.driftline.baseline.Dimension;
import io.driftline.baseline.Hash64;
import io.driftline.baseline.Observation;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RarityTest {

  private static final Offset<Double> NEARLY = within(1e-6);
  private static final long MAIL = Hash64.of("mail");
  private static final long CRM = Hash64.of("crm");

  private final Baseline agent = new Baseline(BaselineSettings.defaults());

  @Test
  void anAgentWithoutHistoryIsJudgedByItsPeers() {
    assertThat(share(CRM, peers())).isEqualTo(3 / 11.0, NEARLY);
    assertThat(share(CRM, CohortBaseline.EMPTY)).isEqualTo(1);
  }

  @Test
  void theAgentsOwnHistoryCountsMoreAsItGrows() {
    learn("mail", 3);
    learn("crm", 1);

    // n = 4, T = 2: λ = 2/3; own tail of crm (2 + 1) / (4 + 2); the peers never saw it: 3 / 11.
    assertThat(share(CRM, peers())).isEqualTo(2 / 3.0 * 0.5 + 1 / 3.0 * 3 / 11.0, NEARLY);
    assertThat(share(CRM, CohortBaseline.EMPTY)).isEqualTo(2 / 3.0 * 0.5 + 1 / 3.0, NEARLY);
    assertThat(share(MAIL, CohortBaseline.EMPTY)).isEqualTo(1, NEARLY);
  }

  @Test
  void bitsAreTheBinaryLogarithmOfTheShare() {
    assertThat(Rarity.bits(1)).isZero();
    assertThat(Rarity.bits(0.25)).isEqualTo(2, NEARLY);
    assertThat(Rarity.bits(1 / 1024.0)).isEqualTo(10, NEARLY);
    assertThat(Rarity.bits(1 + 1e-15)).isZero();
  }

  @Test
  void aLevelIsAsSurprisingAsAnExponentialTail() {
    assertThat(Rarity.bitsAbove(-3)).isZero();
    assertThat(Rarity.bitsAbove(0)).isZero();
    // The share beyond is e^−z: 2^−1 at z = ln 2, 2^−3 at 3 ln 2.
    assertThat(Rarity.bitsAbove(Math.log(2))).isEqualTo(1, NEARLY);
    assertThat(Rarity.bitsAbove(3 * Math.log(2))).isEqualTo(3, NEARLY);
  }

  @Test
  void anUnknownContextIsAsRareAsWhatItFollowsFrom() {
    assertThat(shareGiven(CRM, CohortBaseline.EMPTY, 0.25)).isEqualTo(0.25, NEARLY);
    assertThat(shareGiven(CRM, CohortBaseline.EMPTY, 1)).isEqualTo(1, NEARLY);
  }

  @Test
  void aKnownContextCountsMoreThanWhatItFollowsFrom() {
    learn("mail", 3);
    learn("crm", 1);

    // Own n = 4, none of the peers: μ = 4/5. Share of crm as above: 2/3 · 1/2 + 1/3 = 2/3.
    assertThat(shareGiven(CRM, CohortBaseline.EMPTY, 0.25))
        .isEqualTo(4 / 5.0 * 2 / 3.0 + 1 / 5.0 * 0.25, NEARLY);
    // Own n = 4 and the peers' 8: μ = 12/13. Share of crm 2/3 · 1/2 + 1/3 · 3/11 = 14/33.
    assertThat(shareGiven(CRM, peers(), 0.25))
        .isEqualTo(12 / 13.0 * 14 / 33.0 + 1 / 13.0 * 0.25, NEARLY);
  }

  @Test
  void aResourceOnProbationIsAsRareAsANewOne() {
    agent.learn(sample().resource("a").observe());
    agent.learn(sample().resource("b").observe());
    agent.learn(sample().resource("b").observe());
    Observation seen = sample().resource("b").observe();

    // n = 3, T = 2: λ = 3/5; the heaviest value has tail mass 1, a new one 2/5; no peers: 1.
    assertThat(resource(seen, rarity(CohortBaseline.EMPTY, true, true))).isEqualTo(1, NEARLY);
    assertThat(resource(seen, rarity(CohortBaseline.EMPTY, false, true)))
        .isEqualTo(3 / 5.0 * 2 / 5.0 + 2 / 5.0, NEARLY);
  }

  @Test
  void peersWhoDoNotVouchKnowOnlyHowRareNewResourcesAre() {
    Observation seen = sample().observe();
    CohortCounts counts = new CohortCounts(BaselineSettings.defaults(), 1_000);
    seen.values((dimension, at, value, label) -> counts.arrivals(0).add(dimension, at, value, 3));
    counts.foldUpTo(1_000);
    CohortBaseline peers = counts.snapshot(0);

    assertThat(resource(seen, rarity(peers, true, true))).isEqualTo(1, NEARLY);
    // n = 3, T = 1: a new value has 1/4.
    assertThat(resource(seen, rarity(peers, true, false))).isEqualTo(1 / 4.0, NEARLY);
    assertThat(share(rarity(peers, false, false), Dimension.STEP, 0, seen.stepKey()))
        .as("only the very resource is on probation")
        .isEqualTo(1, NEARLY);
  }

  private double resource(Observation seen, Rarity rarity) {
    double[] share = {-1};
    seen.values(
        (dimension, context, value, label) ->
            share[0] =
                dimension == Dimension.RESOURCE
                    ? share(rarity, dimension, context, value)
                    : share[0]);
    return share[0];
  }

  private Rarity rarity(CohortBaseline peers, boolean familiar, boolean vouched) {
    return new Rarity(agent.scale(MONDAY.toEpochMilli()), peers, familiar, vouched);
  }

  private double shareGiven(long system, CohortBaseline peers, double parent) {
    return rarity(peers, true, true)
        .shareGiven(
            Dimension.SYSTEM,
            agent.counts(Dimension.SYSTEM).in(0),
            peers.placeOf(Dimension.SYSTEM, 0),
            system,
            parent);
  }

  private void learn(String system, int times) {
    for (int i = 0; i < times; i++) {
      agent.learn(sample().system(system).observe());
    }
  }

  private double share(long system, CohortBaseline peers) {
    return share(rarity(peers, true, true), Dimension.SYSTEM, 0, system);
  }

  private double share(Rarity rarity, Dimension dimension, long context, long value) {
    return rarity.share(
        dimension,
        agent.counts(dimension).in(context),
        rarity.peers().placeOf(dimension, context),
        value);
  }

  /** Counts 6, 1 and 1 of systems other than crm: a new one has tail mass 3 / (8 + 3). */
  private static CohortBaseline peers() {
    CohortCounts counts = new CohortCounts(BaselineSettings.defaults(), 1_000);
    counts.arrivals(0).add(Dimension.SYSTEM, 0, MAIL, 6);
    counts.arrivals(0).add(Dimension.SYSTEM, 0, 1, 1);
    counts.arrivals(0).add(Dimension.SYSTEM, 0, 2, 1);
    counts.foldUpTo(1_000);
    return counts.snapshot(0);
  }
}
