package io.driftline.explain;

import io.driftline.activity.AgentAction;
import io.driftline.feature.Feature;
import io.driftline.forest.Detector;
import io.driftline.forest.ModelArtifact;
import io.driftline.forest.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes the explanation of an action that is to be raised. Pure; the same in every locale. */
public final class Explainer {

  private static final int MOST_CONTRIBUTIONS = 5;

  private Explainer() {}

  /**
   * Explains {@code verdict}.
   *
   * @param action what was done
   * @param cohort the agent's peers
   * @param surroundings what the baselines said before the action was learnt
   * @param features the vector that was scored: bits by {@link Feature} ordinal
   * @param verdict how it was scored, by {@code modelOrNull}
   * @param modelOrNull the model at hand, {@code null} while there is none; passed over if the
   *     verdict came about without it, as for a model of another release
   * @param alertLine the score from which alerts are raised, 0 to 100
   * @throws IllegalArgumentException if the vector is not of this release's schema
   */
  public static Explanation explain(
      AgentAction action,
      String cohort,
      Surroundings surroundings,
      double[] features,
      Verdict verdict,
      ModelArtifact modelOrNull,
      double alertLine) {
    requireSchema(features);
    ModelArtifact model = verdict.modelId() == null ? null : modelOrNull;
    List<Contribution> ranked = Contributions.rank(features, verdict.lead(), model);
    UsualSentences usual = new UsualSentences(action, surroundings, features);
    String reason = reason(verdict.lead(), usual, ranked, features, model);
    String peers = PeerClause.of(action, cohort, surroundings, UsualSentences.inOrder(ranked));
    Counterfactual unless = new CounterfactualSearch(model, alertLine).from(features, verdict);
    return new Explanation(
        ActionSentence.brief(action) + ": " + reason + "; " + peers + ".",
        ActionSentence.full(action),
        usual.of(ranked),
        UsualSentences.sentence(peers),
        ranked.stream().limit(MOST_CONTRIBUTIONS).toList(),
        Stream.of(action.eventId(), usual.riskyEvent()).filter(Objects::nonNull).toList(),
        CounterfactualSentence.of(unless, alertLine),
        surroundings.maturity(),
        BasisSentences.warmUp(surroundings),
        BasisSentences.basis(verdict.lead(), model));
  }

  private static String reason(
      Detector lead,
      UsualSentences usual,
      List<Contribution> ranked,
      double[] features,
      ModelArtifact model) {
    if (ranked.isEmpty()) {
      return "no side of it stands out alone";
    }
    if (lead.sessionSum() != null) {
      return SessionClause.of(lead.sessionSum(), ranked, features, model);
    }
    Feature first = ranked.get(0).feature();
    String clause = usual.clause(first);
    return clause != null ? clause : "it " + first.sentence();
  }

  private static void requireSchema(double[] features) {
    if (features.length != Feature.values().length) {
      throw new IllegalArgumentException(
          "a vector has %d features, this one %d"
              .formatted(Feature.values().length, features.length));
    }
  }
}
