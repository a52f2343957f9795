package io.driftline.explain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PlainTextTest {

  @Example
  void plainWordsStayAsTheyAre() {
    assertThat(PlainText.of("ap@supplier.example")).isEqualTo("ap@supplier.example");
  }

  @Example
  void controlsAndDirectionMarksBecomeVisible() {
    assertThat(PlainText.of("a\nb\u001b[2Jc\u202ed\u009be\u2028f"))
        .isEqualTo("a\uFFFDb\uFFFD[2Jc\uFFFDd\uFFFDe\uFFFDf");
  }

  @Example
  void halfASurrogatePairBecomesVisible() {
    assertThat(PlainText.of("a\ud83db")).isEqualTo("a\uFFFDb");
  }

  @Example
  void whatCouldBeTakenForTheSentenceIsQuoted() {
    assertThat(PlainText.of("x; all \"fine\"")).isEqualTo("\"x; all 'fine'\"");
    assertThat(PlainText.of("")).isEqualTo("\"\"");
    assertThat(PlainText.of("a\u00a0b")).isEqualTo("\"a b\"");
  }

  @Example
  void longValuesLoseTheirMiddle() {
    String shortened = PlainText.of("a".repeat(100) + "b".repeat(100));
    assertThat(shortened).isEqualTo("a".repeat(53) + "…" + "b".repeat(26)).hasSize(80);
  }

  @Property(tries = 1000, seed = "20260301")
  void neverControlsNeverTooLong(@ForAll String text) {
    String plain = PlainText.of(text);
    assertThat(plain.codePoints()).noneMatch(Character::isISOControl);
    assertThat(plain.codePointCount(0, plain.length())).isLessThanOrEqualTo(82);
  }
}
