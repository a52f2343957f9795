package io.driftline.feature;

import java.io.Serializable;
import java.util.Locale;

/**
 * A pattern over a whole name, in which {@code *} stands for any characters, also none, and {@code
 * \*} for a star. Upper and lower case are alike. Matching takes at most as many steps as pattern
 * and name are long, multiplied; it makes no garbage.
 *
 * @param letters the pattern in lower case, with {@link #ANY} for {@code *}
 */
public record Glob(String letters) implements Serializable {

  private static final char ANY = '\uFFFF';
  private static final char STAR = '\uFFFE';

  /** The pattern as it is written in a table. */
  public static Glob of(String pattern) {
    return new Glob(
        lower(pattern).replace("\\*", String.valueOf(STAR)).replace('*', ANY).replace(STAR, '*'));
  }

  /** The form in which names are compared. */
  public static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * Whether the pattern stands for all of {@code name}.
   *
   * @param name in {@linkplain #lower lower case}
   */
  public boolean matches(String name) {
    int at = 0;
    int letter = 0;
    int lastAny = -1;
    int resume = 0;
    while (at < name.length()) {
      if (letter < letters.length() && letters.charAt(letter) == ANY) {
        lastAny = letter++;
        resume = at;
      } else if (letter < letters.length() && letters.charAt(letter) == name.charAt(at)) {
        letter++;
        at++;
      } else if (lastAny >= 0) {
        letter = lastAny + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (letter < letters.length() && letters.charAt(letter) == ANY) {
      letter++;
    }
    return letter == letters.length();
  }
}
