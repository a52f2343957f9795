package io.driftline.explain;

import static io.driftline.baseline.SampleAction.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.driftline.baseline.Baseline;
import io.driftline.baseline.BaselineSettings;
import io.driftline.baseline.CohortBaseline;
import io.driftline.baseline.CohortCounts;
import io.driftline.baseline.Dimension;
import io.driftline.baseline.Hash64;
import io.driftline.baseline.Observation;
import io.driftline.baseline.SampleAction;
import io.driftline.baseline.SessionRisk;
import io.driftline.explain.ValueComparison.UsualValue;
import io.driftline.feature.Feature;
import io.driftline.feature.FeatureExtractor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparerTest {

  private final Baseline agent = new Baseline(BaselineSettings.defaults());

  @Test
  void theUsualActionIsNotCompared() {
    learn(sample(), 20);
    Surroundings surroundings = compare(sample().observe(), CohortBaseline.EMPTY);

    assertThat(surroundings.values()).isEmpty();
    assertThat(surroundings.levels()).isEmpty();
    assertThat(surroundings.actions()).isEqualTo(20);
    assertThat(surroundings.riskyEventId()).isNull();
  }

  @Test
  void aSurprisingValueStandsBesideTheThreeMostUsual() {
    learn(sample().system("mail"), 20);
    learn(sample().system("crm"), 12);
    learn(sample().system("wiki"), 6);
    learn(sample().system("chat"), 2);
    Surroundings surroundings = compare(sample().system("vault").observe(), peers());

    ValueComparison system = of(surroundings, Dimension.SYSTEM);
    assertThat(system.observed()).isEqualTo("vault");
    assertThat(system.count()).isZero();
    assertThat(system.total()).isEqualTo(40, within(1e-6));
    assertThat(system.distinct()).isEqualTo(4);
    assertThat(system.share()).isZero();
    assertThat(system.usual()).extracting(UsualValue::value).containsExactly("mail", "crm", "wiki");
    assertThat(system.usual()).extracting(UsualValue::share).containsExactly(0.5, 0.3, 0.15);
    assertThat(system.peersUsing()).isEqualTo(2);
    assertThat(system.peers()).isEqualTo(5);
    assertThat(surroundings.peers()).isEqualTo(5);
  }

  @Test
  void aRareValueIsShownWithItsShare() {
    learn(sample().system("mail"), 30);
    learn(sample().system("crm"), 2);
    ValueComparison system =
        of(compare(sample().system("crm").observe(), CohortBaseline.EMPTY), Dimension.SYSTEM);

    assertThat(system.count()).isEqualTo(2, within(1e-6));
    assertThat(system.share()).isEqualTo(2 / 32.0, within(1e-6));
  }

  @Test
  void anActionNeverTakenHasNoUsualResources() {
    learn(sample(), 20);
    double[] features = new double[Feature.values().length];
    features[Feature.RESOURCE_RARITY.ordinal()] = 3;
    Observation seen = sample().action("delete_mail").observe();
    ValueComparison resource =
        of(Comparer.compare(seen, features, agent, CohortBaseline.EMPTY), Dimension.RESOURCE);

    assertThat(resource.total()).isZero();
    assertThat(resource.share()).isZero();
    assertThat(resource.usual()).isEmpty();
  }

  @Test
  void aSurprisingLevelStandsBesideTheUsualOne() {
    learn(sample().bytes(999L), 20);
    Surroundings surroundings = compare(sample().bytes(999_999L).observe(), CohortBaseline.EMPTY);

    assertThat(surroundings.levels())
        .filteredOn(level -> level.feature() == Feature.BYTES)
        .singleElement()
        .satisfies(
            level -> {
              assertThat(level.observed()).isEqualTo(999_999);
              assertThat(level.usual()).isEqualTo(999, within(1e-6));
              assertThat(level.spread()).isEqualTo(1, within(1e-6));
            });
  }

  @Test
  void aSurprisingPaceStandsBesideTheUsualOne() {
    learn(sample(), 20);
    double[] features = new double[Feature.values().length];
    features[Feature.RATE.ordinal()] = 2;
    Surroundings surroundings =
        Comparer.compare(sample().observe(), features, agent, CohortBaseline.EMPTY);

    assertThat(surroundings.levels())
        .singleElement()
        .satisfies(level -> assertThat(level.observed()).isEqualTo(21, within(1e-6)));
  }

  @Test
  void theVolumeOfANewActionStandsBesideThatOfAllActions() {
    learn(sample().bytes(999L), 20);
    Surroundings surroundings =
        compare(sample().action("export").bytes(999_999L).observe(), CohortBaseline.EMPTY);

    assertThat(surroundings.levels())
        .filteredOn(level -> level.feature() == Feature.BYTES)
        .singleElement()
        .satisfies(level -> assertThat(level.usual()).isEqualTo(999, within(1e-6)));
  }

  @Test
  void aSurprisingSilenceStandsBesideTheUsualPause() {
    for (int i = 0; i <= 20; i++) {
      learn(sample().after(Duration.ofHours(i)), 1);
    }
    Surroundings surroundings =
        compare(sample().after(Duration.ofHours(20 + 48)).observe(), CohortBaseline.EMPTY);

    assertThat(surroundings.levels())
        .singleElement()
        .satisfies(
            level -> {
              assertThat(level.feature()).isEqualTo(Feature.SILENCE);
              assertThat(level.observed()).isEqualTo(48 * 60);
              assertThat(level.usual()).isEqualTo(60, within(1e-6));
              assertThat(level.spread()).isEqualTo(1, within(1e-6));
            });
  }

  @Test
  void namesTheEventThatMadeTheSessionRisky() {
    agent.noteSessionRisk("session-1", new SessionRisk(4, new double[] {4}, "event-7"));

    assertThat(compare(sample().observe(), CohortBaseline.EMPTY).riskyEventId())
        .isEqualTo("event-7");
  }

  @Test
  void maturityIsAShare() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Surroundings(List.of(), List.of(), Double.NaN, 0, 0, null))
        .withMessage("maturity must lie in [0, 1], was NaN");
  }

  private void learn(SampleAction action, int times) {
    for (int i = 0; i < times; i++) {
      agent.learn(action.observe());
    }
  }

  private Surroundings compare(Observation seen, CohortBaseline peers) {
    double[] features = new FeatureExtractor().extract(seen, agent, peers);
    return Comparer.compare(seen, features, agent, peers);
  }

  private static ValueComparison of(Surroundings surroundings, Dimension dimension) {
    return surroundings.values().stream()
        .filter(value -> value.dimension() == dimension)
        .findFirst()
        .orElseThrow();
  }

  /** Five agents, two of which use the vault. */
  private static CohortBaseline peers() {
    CohortCounts counts = new CohortCounts(BaselineSettings.defaults(), 1_000);
    long vault = CohortCounts.peerContext(Dimension.SYSTEM, Hash64.of("vault"));
    for (long peer = 1; peer <= 5; peer++) {
      counts.arrivals(0).add(Dimension.PEER, CohortCounts.ALL_PEERS, peer, 1);
    }
    counts.arrivals(0).add(Dimension.PEER, vault, 1, 1);
    counts.arrivals(0).add(Dimension.PEER, vault, 2, 1);
    counts.foldUpTo(1_000);
    return counts.snapshot(1_000);
  }
}
