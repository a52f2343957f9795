package io.driftline.incident;

import static io.driftline.incident.IncidentChange.CLOSED;
import static io.driftline.incident.IncidentChange.OPENED;
import static io.driftline.incident.IncidentChange.UPDATED;
import static io.driftline.incident.Raised.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.posture.Severity;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for whatever is raised. */
class IncidentLedgerBoundsTest {

  private static final IncidentSettings SETTINGS = IncidentSettings.defaults();
  private static final int SIGNALS = 400;
  private static final long MOST_BYTES = 600_000;

  private final IncidentLedgerCodec codec = new IncidentLedgerCodec(SETTINGS);
  private final Map<String, Incident> latest = new HashMap<>();

  @Property(seed = "20261124", tries = 60)
  void recordsFollowEachOtherAndStateIsBounded(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int variety) {
    latest.clear();
    Random random = new Random(seed);
    IncidentLedger ledger = new IncidentLedger(SETTINGS);
    double now = 0;
    for (int i = 0; i < SIGNALS; i++) {
      now += random.nextDouble() * random.nextInt(200);
      Signal signal = signal(random, i, now - random.nextInt(60), variety);
      ledger.accept(signal, Suppressions.NONE).incidents().forEach(this::follows);
      if (random.nextInt(3) == 0) {
        ledger.wake(Raised.at(now - 60)).forEach(this::follows);
      }
      isBounded(ledger);
    }
    ledger.wake(Long.MAX_VALUE).forEach(this::follows);
    assertThat(ledger.hasOpen()).isFalse();
    assertThat(latest.values()).allMatch(incident -> incident.change() == CLOSED);
  }

  private void isBounded(IncidentLedger ledger) {
    assertThat(ledger.open).hasSizeLessThanOrEqualTo(IncidentLedger.MOST_OPEN);
    assertThat(ledger.closed.all).hasSizeLessThanOrEqualTo(ClosedIncidents.MOST);
    assertThat(ledger.findings.size()).isLessThanOrEqualTo(FindingLog.MOST);
    for (OpenIncident each : ledger.open) {
      assertThat(each.kept.all()).hasSizeBetween(1, KeptSignals.MOST);
      assertThat(each.scope.sessions()).hasSizeLessThanOrEqualTo(IncidentScope.MOST);
      assertThat(each.scope.systems()).hasSizeLessThanOrEqualTo(IncidentScope.MOST);
      assertThat(each.scope.topics).hasSizeLessThanOrEqualTo(IncidentScope.MOST);
    }
    assertThat((long) codec.encode(ledger).length).isLessThan(MOST_BYTES);
  }

  private void follows(Incident record) {
    Incident before = latest.put(record.id(), record);
    if (before == null) {
      assertThat(record.change()).isEqualTo(OPENED);
      assertThat(record.number()).isEqualTo(1);
      return;
    }
    assertThat(record.number()).isEqualTo(before.number() + 1);
    assertThat(record.time()).isGreaterThanOrEqualTo(before.time());
    assertThat(record.severity()).isGreaterThanOrEqualTo(before.severity());
    assertThat(record.counts().total()).isGreaterThanOrEqualTo(before.counts().total());
    if (before.change() == CLOSED) {
      assertThat(record.change()).isEqualTo(UPDATED);
      assertThat(record.lastSeen() - before.time()).isLessThan(SETTINGS.coolDownMillis() + HOUR);
    }
  }

  private static Signal signal(Random random, int index, double minutes, int variety) {
    int which = random.nextInt(10);
    Severity severity = Severity.values()[random.nextInt(4)];
    if (which == 0) {
      return Raised.drift("d" + index, minutes).severity(severity).signal();
    }
    if (which < 4) {
      Raised finding = Raised.finding("f" + random.nextInt(variety), minutes);
      finding.on("system" + random.nextInt(variety)).severity(severity);
      return random.nextInt(4) == 0 ? finding.over().signal() : finding.signal();
    }
    return Raised.anomaly("a" + index, minutes, "s" + random.nextInt(variety))
        .code("code" + random.nextInt(variety))
        .on("system" + random.nextInt(variety))
        .severity(severity)
        .score(random.nextInt(100))
        .signal();
  }
}
