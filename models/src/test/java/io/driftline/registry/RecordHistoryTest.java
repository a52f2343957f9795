package io.driftline.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordHistoryTest {

  private final RecordHistory<String> history = new RecordHistory<>();

  @Test
  void eachChangeHoldsFromItsTimeUntilTheNextWhateverCameFirst() {
    history.put(20, "b");
    history.put(10, "a");
    history.put(30, null);

    assertThat(history.at(9)).isNull();
    assertThat(history.at(10)).isEqualTo("a");
    assertThat(history.at(19)).isEqualTo("a");
    assertThat(history.at(20)).isEqualTo("b");
    assertThat(history.at(30)).isNull();
    assertThat(history.latest()).isEqualTo(30);
  }

  @Test
  void whatIsKnownAlreadyIsNoNews() {
    assertThat(history.put(10, "a")).isTrue();
    assertThat(history.put(10, "a")).isFalse();
    assertThat(history.put(10, "b")).isTrue();
    assertThat(history.put(20, null)).isTrue();
    assertThat(history.put(20, null)).isFalse();
  }

  @Test
  void theEarliestKeptHoldsFromTheBeginningOnceEarlierOnesAreForgotten() {
    for (int time = 0; time <= RecordHistory.MOST; time++) {
      history.put(time, "at " + time);
    }

    assertThat(history.size()).isEqualTo(RecordHistory.MOST);
    assertThat(history.hasForgotten()).isTrue();
    assertThat(history.at(-5)).isEqualTo("at 1");
  }
}
