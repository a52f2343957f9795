package io.driftline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.baseline.Damage;
import io.driftline.posture.Severity;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentCodecsTest {

  private static final IncidentSettings SETTINGS = IncidentSettings.defaults();
  private static final Suppression FULL =
      new Suppression(
          "r1", "bot*", SignalKind.DRIFT, "growth.*", "crm", "crm:*", 1, 2, "ana", "a test");
  private static final Suppression BARE =
      new Suppression("r2", "bot", null, null, null, null, 1, 2, "ana", "a test");

  private final IncidentLedgerCodec ledgers = new IncidentLedgerCodec(SETTINGS);
  private final GlobalBudgetCodec budgets = new GlobalBudgetCodec(SETTINGS);

  @Test
  void aLedgerGoesOnAfterEachSignalAsIfNothingHadHappened() {
    IncidentLedger undisturbed = new IncidentLedger(SETTINGS);
    IncidentLedger restored = new IncidentLedger(SETTINGS);
    List<Incident> expected = new ArrayList<>();
    List<Incident> told = new ArrayList<>();
    for (Signal signal : signals()) {
      expected.addAll(undisturbed.accept(signal, Suppressions.NONE).incidents());
      expected.addAll(undisturbed.wake(signal.time()));
      restored = ledgers.decode(ledgers.encode(restored));
      told.addAll(restored.accept(signal, Suppressions.NONE).incidents());
      restored = ledgers.decode(ledgers.encode(restored));
      told.addAll(restored.wake(signal.time()));
    }
    assertThat(told).isEqualTo(expected).hasSizeGreaterThan(8);
  }

  @Test
  void aLedgerWritesTheSameBytesAgain() {
    byte[] stored = ledger();
    assertThat(ledgers.encode(ledgers.decode(stored))).isEqualTo(stored);
    byte[] empty = ledgers.encode(new IncidentLedger(SETTINGS));
    assertThat(ledgers.encode(ledgers.decode(empty))).isEqualTo(empty);
  }

  @Test
  void aLedgerRefusesWhatItDoesNotKnow() {
    byte[] stored = ledger();
    Damage.refusesVersion(stored, "incident ledger", 1, 2, ledgers::decode);
    Damage.refusesEveryTruncation(stored, ledgers::decode);
    Damage.survivesFlippedBits(stored, ledgers::decode);
  }

  @Test
  void aBudgetWritesTheSameBytesAgain() {
    byte[] stored = budget();
    assertThat(budgets.encode(budgets.decode(stored))).isEqualTo(stored);
  }

  @Test
  void aBudgetRefusesWhatItDoesNotKnow() {
    byte[] stored = budget();
    Damage.refusesVersion(stored, "incident budget", 1, 1, budgets::decode);
    Damage.refusesEveryTruncation(stored, budgets::decode);
    Damage.survivesFlippedBits(stored, budgets::decode);
  }

  @Test
  void suppressionsAreReadAsTheyWereWritten() {
    byte[] stored = SuppressionsCodec.encode(Suppressions.of(List.of(FULL, BARE)));
    assertThat(SuppressionsCodec.decode(stored).all()).containsExactly(FULL, BARE);
  }

  @Test
  void suppressionsRefuseWhatTheyDoNotKnow() {
    byte[] stored = SuppressionsCodec.encode(Suppressions.of(List.of(FULL, BARE)));
    Damage.refusesVersion(stored, "suppressions", 1, 1, SuppressionsCodec::decode);
    Damage.refusesEveryTruncation(stored, SuppressionsCodec::decode);
    Damage.survivesFlippedBits(stored, SuppressionsCodec::decode);
  }

  @Test
  void theLayoutStays() {
    assertThat(hex(SuppressionsCodec.encode(Suppressions.of(List.of(BARE)))))
        .isEqualTo(
            "0101"
                + "037232"
                + "04626f74"
                + "00000000"
                + "0000000000000001"
                + "0000000000000002"
                + "04616e61"
                + "07612074657374");
    assertThat(hex(ledgers.encode(new IncidentLedger(SETTINGS))))
        .isEqualTo("02" + "8000000000000000" + "0000000000000000" + "00000000");
    assertThat(hex(budgets.encode(new GlobalBudget(SETTINGS))))
        .isEqualTo("01" + "8000000000000000" + "00" + "8000000000000000" + "0000");
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private byte[] ledger() {
    IncidentLedger ledger = new IncidentLedger(SETTINGS);
    for (Signal signal : signals()) {
      ledger.accept(signal, Suppressions.NONE);
      ledger.wake(signal.time());
    }
    assertThat(ledger.hasOpen()).isTrue();
    assertThat(ledger.closed.all).isNotEmpty();
    return ledgers.encode(ledger);
  }

  private byte[] budget() {
    GlobalBudget budget = new GlobalBudget(SETTINGS);
    IncidentLedger ledger = new IncidentLedger(SETTINGS);
    for (Signal signal : signals()) {
      Told told = ledger.accept(signal, Suppressions.NONE);
      told.incidents().forEach(each -> budget.pass(each, count -> {}));
      told.hidden().forEach(each -> budget.count(each, count -> {}));
    }
    assertThat(budget.tallies.size()).isPositive();
    return budgets.encode(budget);
  }

  /** Some sessions, one long after the others; findings that come and go; more than is told. */
  private static List<Signal> signals() {
    List<Signal> signals = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      signals.add(Raised.anomaly("a" + i, i, "s1").evidence("e" + i).signal());
      signals.add(Raised.anomaly("b" + i, i, "t" + i).code("code" + i).score(90 + i).signal());
    }
    signals.add(Raised.finding("f1", 7).severity(Severity.HIGH).evidence("e3").signal());
    signals.add(Raised.finding("f2", 8).on(null).signal());
    signals.add(Raised.finding("f2", 9).on(null).over().signal());
    signals.add(Raised.drift("d1", 300).signal());
    signals.add(Raised.anomaly("c1", 400, "s9").signal());
    signals.add(
        Raised.anomaly("c2", 401, "s10").code("other").severity(Severity.CRITICAL).signal());
    return signals;
  }
}
