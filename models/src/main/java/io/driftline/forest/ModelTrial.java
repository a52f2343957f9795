package io.driftline.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a new model, the challenger, may replace the one that judges now, the champion: its
 * scores of recent rows must be sane, and it must still find injected outliers.
 *
 * @param challenger how the new model does
 * @param champion how the model that judges now does on the same rows and outliers
 * @param rows how many rows there were
 */
public record ModelTrial(ModelExam challenger, ModelExam champion, int rows) {

  /** Half of all rows cannot be among the rarest tenth. */
  private static final double HIGHEST_MEDIAN = 25;

  /** How much smaller a share of the outliers the challenger may find: chance, of 144 or so. */
  private static final double TOLERANCE = 0.1;

  /**
   * Puts both models to the trial.
   *
   * @param champion {@code null} while there is none, and first-seen and rarity judge alone
   * @param rows recent vectors, at least one. Not changed
   * @param seed of the injected outliers
   */
  public static ModelTrial of(
      ModelArtifact challenger, ModelArtifact champion, double[][] rows, long seed) {
    double[][] outliers = InjectedOutliers.from(rows, seed);
    return new ModelTrial(
        ModelExam.of(challenger, rows, outliers),
        ModelExam.of(champion, rows, outliers),
        rows.length);
  }

  /** Whether the challenger may replace the champion. */
  public boolean passed() {
    return objections().isEmpty();
  }

  /** What speaks against the challenger, each as a clause; empty if nothing does. */
  public List<String> objections() {
    List<String> objections = new ArrayList<>();
    if (challenger.median() > Math.max(HIGHEST_MEDIAN, champion.median())) {
      objections.add(text("its median score is %.1f", challenger.median()));
    }
    judge(50, 0.01, challenger.above50(), champion.above50(), objections);
    judge(75, 0.001, challenger.above75(), champion.above75(), objections);
    if (challenger.found() < champion.found() - TOLERANCE) {
      objections.add(
          text(
              "it finds %.1f %% of the injected outliers, the model before it %.1f %%",
              100 * challenger.found(), 100 * champion.found()));
    }
    return objections;
  }

  /**
   * More than twice the nominal share and three standard errors is too much; unless the champion
   * fares no better, as when the agents have just changed their ways.
   */
  private void judge(
      int score, double nominal, double share, double before, List<String> objections) {
    double most = 2 * nominal + 3 * Math.sqrt(nominal * (1 - nominal) / rows);
    if (share > Math.max(most, before)) {
      objections.add(
          text(
              "%.2f %% of %d recent rows score %d or more, over %.2f %%",
              100 * share, rows, score, 100 * most));
    }
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
