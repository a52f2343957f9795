package io.driftline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionsTest {

  private static final Signal SIGNAL = Raised.anomaly("a1", 5, "s1").signal();

  @Test
  void theFirstByIdHides() {
    Suppressions both = Suppressions.of(List.of(of("r2", 0, 10), of("r1", 0, 10)));
    assertThat(both.hiding(SIGNAL).id()).isEqualTo("r1");
    assertThat(both.without("r1").hiding(SIGNAL).id()).isEqualTo("r2");
    assertThat(Suppressions.NONE.hiding(SIGNAL)).isNull();
  }

  @Test
  void holdsByTheSignalsOwnTime() {
    assertThat(Suppressions.NONE.with(of("r1", 5, 6)).hiding(SIGNAL)).isNotNull();
    assertThat(Suppressions.NONE.with(of("r1", 4, 5)).hiding(SIGNAL)).isNull();
    assertThat(Suppressions.NONE.with(of("r1", 5.1, 6)).hiding(SIGNAL)).isNull();
  }

  @Test
  void anotherOfTheSameIdTakesItsPlace() {
    Suppressions replaced = Suppressions.NONE.with(of("r1", 0, 10)).with(of("r1", 0, 1));
    assertThat(replaced.all()).hasSize(1);
    assertThat(replaced.hiding(SIGNAL)).isNull();
  }

  @Test
  void whatHasEndedIsForgotten() {
    Suppressions both = Suppressions.of(List.of(of("r1", 0, 10), of("r2", 0, 11)));
    assertThat(both.after(Raised.at(10)).all()).extracting(Suppression::id).containsExactly("r2");
    assertThat(both.after(Raised.at(10) - 1).all()).hasSize(2);
  }

  @Test
  void theOneThatEndsFirstGoesIfThereAreTooMany() {
    List<Suppression> many = new ArrayList<>();
    for (int i = 0; i < Suppressions.MOST; i++) {
      many.add(of("r" + i, 0, 100 + i));
    }
    Suppressions full = Suppressions.of(many).with(of("new", 0, 5000));
    assertThat(full.all()).hasSize(Suppressions.MOST);
    assertThat(full.all()).extracting(Suppression::id).contains("new").doesNotContain("r0");
  }

  private static Suppression of(String id, double from, double until) {
    return new Suppression(
        id, "BOT", null, null, null, null, Raised.at(from), Raised.at(until), "ana", "a test");
  }
}
