package io.driftline.job.config;

import io.driftline.explain.PlainText;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which name somebody meant to write. */
public final class Suggestion {

  private static final int LETTERS_PER_SLIP = 3;

  private Suggestion() {}

  /** {@code ; did you mean owner?}, or nothing if no known name is near. */
  public static String of(String word, Collection<String> known) {
    return nearest(word, known)
        .map(name -> "; did you mean " + PlainText.of(name) + "?")
        .orElse("");
  }

  /** The known name that differs least; none if none is near. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .filter(name -> isNear(word, name))
        .min(Comparator.comparingInt(name -> distance(word, name)));
  }

  private static boolean isNear(String word, String name) {
    int most = Math.max(1, name.length() / LETTERS_PER_SLIP);
    return Math.abs(word.length() - name.length()) <= most && distance(word, name) <= most;
  }

  /** How many letters must be put in, left out, replaced or swapped with the next one. */
  public static int distance(String from, String to) {
    int[][] distance = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        distance[i][j] = i == 0 || j == 0 ? i + j : least(distance, from, to, i, j);
      }
    }
    return distance[from.length()][to.length()];
  }

  private static int least(int[][] distance, String from, String to, int i, int j) {
    int replaced = distance[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
  }
}
