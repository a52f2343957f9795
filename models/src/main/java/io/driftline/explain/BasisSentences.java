package io.driftline.explain;

import io.driftline.forest.DefaultModel;
import io.driftline.forest.Detector;
import io.driftline.forest.ModelArtifact;
import io.driftline.forest.Provenance;
import java.time.Instant;
import java.time.ZoneOffset;

/** What a score rests on: how much the baseline has seen, and which model judged. */
final class BasisSentences {

  private static final int ID_CHARS = 8;

  private BasisSentences() {}

  /** How far the warm-up has come; {@code null} once it is over. */
  static String warmUp(Surroundings surroundings) {
    if (surroundings.maturity() >= 1) {
      return null;
    }
    return "The baseline is still warming up (%s): it rests on %s, and peers speak for the rest."
        .formatted(
            Numbers.percent(surroundings.maturity()),
            surroundings.actions() == 0
                ? "no action yet"
                : Numbers.counted(surroundings.actions(), "action", "actions"));
  }

  /** Which detector and model the score comes from. */
  static String basis(Detector lead, ModelArtifact model) {
    if (model == null) {
      return "There is no model yet: judged by first-seen and rarity alone.";
    }
    Provenance trained = model.provenance();
    String id = model.modelId().substring(0, Math.min(ID_CHARS, model.modelId().length()));
    if (trained.cohort().equals(DefaultModel.COHORT)) {
      return "Judged by the %s detector of the %s %s, trained on %s of simulated agents: the cohort has no model of its own yet."
          .formatted(
              lead.code(),
              DefaultModel.COHORT,
              id,
              Numbers.counted(trained.rows(), "action", "actions"));
    }
    return "Judged by the %s detector of model %s of cohort %s, trained on %s from %s to %s."
        .formatted(
            lead.code(),
            id,
            PlainText.of(trained.cohort()),
            Numbers.counted(trained.rows(), "action", "actions"),
            day(trained.from()),
            day(trained.to()));
  }

  private static String day(long millis) {
    return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
