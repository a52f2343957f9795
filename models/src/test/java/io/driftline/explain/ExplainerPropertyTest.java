package io.driftline.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Credential;
import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import io.driftline.baseline.Dimension;
import io.driftline.explain.ValueComparison.UsualValue;
import io.driftline.feature.Feature;
import io.driftline.forest.ModelArtifact;
import io.driftline.forest.Scorer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class ExplainerPropertyTest {

  @Property(tries = 500, seed = "20260301", edgeCases = EdgeCasesMode.NONE)
  void neverThrowsNeverHoldsControlCharacters(
      @ForAll("actions") AgentAction action,
      @ForAll("surroundings") Surroundings surroundings,
      @ForAll("vectors") double[] features,
      @ForAll boolean trained,
      @ForAll @DoubleRange(min = 0, max = 100) double line) {
    Explanation explanation = explain(action, surroundings, features, trained, line);
    assertThat(sentences(explanation))
        .allSatisfy(
            sentence -> {
              assertThat(sentence.codePoints()).noneMatch(Character::isISOControl);
              assertThat(sentence).endsWith(".").doesNotContain("null", "NaN");
            });
    assertThat(explanation.evidence()).startsWith(action.eventId());
  }

  @Property(tries = 200, seed = "20260302", edgeCases = EdgeCasesMode.NONE)
  void theSameInputGivesTheSameExplanation(
      @ForAll("actions") AgentAction action,
      @ForAll("surroundings") Surroundings surroundings,
      @ForAll("vectors") double[] features,
      @ForAll boolean trained) {
    assertThat(explain(action, surroundings, features, trained, 75))
        .isEqualTo(explain(action, surroundings, features, trained, 75));
  }

  @Property(tries = 200, seed = "20260303", edgeCases = EdgeCasesMode.NONE)
  void sharesSumToOneAndFall(@ForAll("vectors") double[] features, @ForAll boolean trained) {
    ModelArtifact model = trained ? Explained.MODEL : null;
    List<Contribution> ranked =
        Contributions.rank(features, Scorer.score(features, model).lead(), model);
    double sum = ranked.stream().mapToDouble(Contribution::share).sum();
    assertThat(sum).isCloseTo(ranked.isEmpty() ? 0 : 1, within(1e-9));
    assertThat(ranked).isSortedAccordingTo((a, b) -> Double.compare(b.share(), a.share()));
  }

  @Provide
  Arbitrary<AgentAction> actions() {
    Arbitrary<String> optional = texts().injectNull(0.3);
    return Combinators.combine(
            texts().list().ofSize(4),
            optional.list().ofSize(8),
            Arbitraries.of(AgentKind.class).injectNull(0.3),
            Arbitraries.of(Requester.Type.class).injectNull(0.3),
            Arbitraries.of(Outcome.class).injectNull(0.3),
            Arbitraries.longs().greaterOrEqual(0).injectNull(0.3),
            Arbitraries.longs().between(0, 4_102_444_800_000L))
        .as(ExplainerPropertyTest::action);
  }

  @Provide
  Arbitrary<Surroundings> surroundings() {
    Arbitrary<LevelComparison> levels =
        Combinators.combine(
                Arbitraries.of(Feature.RATE, Feature.BYTES, Feature.SILENCE),
                amounts(),
                amounts(),
                amounts().map(s -> Math.max(1, s)))
            .as(LevelComparison::new);
    return Combinators.combine(
            comparisons().list().ofMaxSize(6),
            levels.list().ofMaxSize(2),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.longs().between(0, 1_000_000),
            Arbitraries.integers().between(0, 200),
            texts().injectNull(0.3))
        .as(Surroundings::new);
  }

  @Provide
  Arbitrary<double[]> vectors() {
    return Arbitraries.doubles()
        .between(0, 40)
        .array(double[].class)
        .ofSize(Feature.values().length);
  }

  private static Arbitrary<ValueComparison> comparisons() {
    Arbitrary<UsualValue> usual =
        Combinators.combine(texts().injectNull(0.2), Arbitraries.doubles().between(0, 1))
            .as(UsualValue::new);
    return Combinators.combine(
            Arbitraries.of(Dimension.class),
            texts().injectNull(0.2),
            Arbitraries.of(0.0, 0.01, 1.0, 300.0),
            Arbitraries.of(0.0, 0.3, 1.0, 1e6),
            Arbitraries.integers().between(0, 128),
            usual.list().ofMaxSize(3),
            Arbitraries.integers().between(0, 50),
            Arbitraries.integers().between(0, 50))
        .as(
            (dimension, observed, count, total, distinct, values, using, peers) ->
                new ValueComparison(
                    dimension, observed, count, total, distinct, values, using, peers, using > 0));
  }

  private static Arbitrary<Double> amounts() {
    return Arbitraries.of(0.0, 0.5, 1.0, 12.3, 1e9, 1e300, Double.POSITIVE_INFINITY);
  }

  private static Arbitrary<String> texts() {
    Arbitrary<String> hostile =
        Arbitraries.of("a\nb", "\u001b[31m", "\u202eevil", "\u009b2J", "x".repeat(5000), "", " ");
    return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(20), hostile);
  }

  private static AgentAction action(
      List<String> given,
      List<String> optional,
      AgentKind kind,
      Requester.Type type,
      Outcome outcome,
      Long bytes,
      long millis) {
    return new AgentAction(
        given.get(0),
        Instant.ofEpochMilli(millis),
        new Agent(given.get(1), kind, null, null, null),
        optional.get(0) == null ? null : new Requester(optional.get(0), type),
        optional.get(1),
        optional.get(2),
        optional.get(3),
        given.get(2),
        given.get(3),
        optional.get(4),
        optional.get(5),
        outcome,
        optional.get(6) == null ? null : new Credential(optional.get(6), null),
        optional.get(7),
        bytes);
  }

  private static Explanation explain(
      AgentAction action,
      Surroundings surroundings,
      double[] features,
      boolean trained,
      double line) {
    ModelArtifact model = trained ? Explained.MODEL : null;
    double[] before = features.clone();
    Explanation explanation =
        Explainer.explain(
            action, "a cohort", surroundings, features, Scorer.score(features, model), model, line);
    assertThat(Arrays.equals(features, before)).isTrue();
    return explanation;
  }

  private static List<String> sentences(Explanation explanation) {
    Stream<String> single =
        Stream.of(
            explanation.summary(),
            explanation.happened(),
            explanation.peers(),
            explanation.counterfactual(),
            explanation.basis());
    Stream<String> warmUp = Stream.ofNullable(explanation.warmUp());
    return Stream.concat(Stream.concat(single, warmUp), explanation.usual().stream()).toList();
  }
}
