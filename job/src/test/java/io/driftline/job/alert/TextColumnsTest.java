package io.driftline.job.alert;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TextColumnsTest {

  @Example
  void breaksAtSpaces() {
    assertThat(TextColumns.wrap("one two three", 7)).containsExactly("one two", "three");
  }

  @Example
  void breaksWordsThatAreLongerThanALine() {
    assertThat(TextColumns.wrap("ab cdefgh", 3)).containsExactly("ab", "cde", "fgh");
  }

  @Example
  void wideCharactersTakeTwoColumns() {
    assertThat(TextColumns.wrap("漢字漢字", 5)).containsExactly("漢字", "漢字");
  }

  @Property(tries = 1000, seed = "20260301")
  void noLineIsTooWideAndNothingIsLost(
      @ForAll String text, @ForAll @IntRange(min = 2, max = 100) int columns) {
    assertThat(TextColumns.wrap(text, columns))
        .allMatch(line -> TextColumns.width(line) <= columns);
    assertThat(String.join("", TextColumns.wrap(text, columns)).replace(" ", ""))
        .isEqualTo(text.replace(" ", ""));
  }
}
