package io.driftline.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdmissionLedgerTest {

  private static final long HOUR = 3_600_000;
  private static final long NOON = 1_770_000_000_000L / HOUR * HOUR;

  private final AdmissionLedger ledger = new AdmissionLedger();

  @Test
  void letsInAsManyAsTheLimitWithinADay() {
    assertThat(ledger.admit(NOON, 2)).isTrue();
    assertThat(ledger.admit(NOON + 5 * HOUR, 2)).isTrue();
    assertThat(ledger.admit(NOON + 23 * HOUR, 2)).isFalse();
    assertThat(ledger.admit(NOON + 24 * HOUR, 2)).isTrue();
    assertThat(ledger.admit(NOON + 28 * HOUR, 2)).isFalse();
    assertThat(ledger.admit(NOON + 29 * HOUR, 2)).isTrue();
  }

  @Test
  void countsWhatItLeavesOutHourByHour() {
    ledger.admit(NOON, 0);
    ledger.admit(NOON + 1, 0);
    assertThat(ledger.refused()).isEqualTo(2);
    ledger.admit(NOON + HOUR, 0);
    assertThat(ledger.refused()).isEqualTo(1);
  }

  @Test
  void takesWhatIsLateForWhatHappensNow() {
    ledger.admit(NOON, 1);
    assertThat(ledger.admit(NOON - 48 * HOUR, 1)).isFalse();
    assertThat(ledger.hour()).isEqualTo(NOON / HOUR);
  }

  @Test
  void forgetsAllAfterALongSilence() {
    ledger.admit(NOON, 1);
    assertThat(ledger.admit(NOON + 1000 * HOUR, 1)).isTrue();
  }
}
