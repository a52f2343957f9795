package io.driftline.incident;

import static io.driftline.incident.Raised.anomaly;
import static io.driftline.incident.Raised.drift;
import static io.driftline.incident.Raised.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.posture.Severity;
import org.junit.jupiter.api.Test;

class IncidentSentenceTest {

  @Test
  void aLoneSignalSpeaksForItself() {
    OpenIncident incident = of(anomaly("a1", 0, "s1"));
    assertThat(IncidentSentence.title(incident)).isEqualTo("bot: 1 anomaly on crm");
    assertThat(IncidentSentence.summary(incident)).isEqualTo("bot did a1.");
  }

  @Test
  void manySignalsAreCountedAndTheWorstOfEachKindIsNamed() {
    OpenIncident incident =
        of(
            anomaly("a1", 0, "s1"),
            anomaly("a2", 3, "s1").on("payments").score(97),
            finding("f1", 6));
    assertThat(IncidentSentence.title(incident))
        .isEqualTo("bot: 2 anomalies and 1 finding in 6 min on crm and payments");
    assertThat(IncidentSentence.summary(incident))
        .isEqualTo(
            "bot caused 2 anomalies and 1 finding in 6 min on crm and payments. bot did a2."
                + " bot did f1.");
  }

  @Test
  void theWorstComesFirst() {
    OpenIncident incident =
        of(
            drift("d1", 0),
            anomaly("a1", 0.5, "s1"),
            finding("f1", 0.9).severity(Severity.CRITICAL));
    assertThat(IncidentSentence.summary(incident))
        .isEqualTo(
            "bot caused 1 anomaly, 1 drift and 1 finding within a minute on crm. bot did f1."
                + " bot did a1. bot did d1.");
  }

  @Test
  void ofManySystemsThreeAreNamed() {
    Raised[] raised = new Raised[5];
    for (int i = 0; i < raised.length; i++) {
      raised[i] = anomaly("a" + i, i, "s1").on("system" + i);
    }
    assertThat(IncidentSentence.title(of(raised)))
        .isEqualTo("bot: 5 anomalies in 4 min on system0, system1, system2 and 2 more");
  }

  @Test
  void namesCannotForgeLines() {
    OpenIncident incident =
        of(anomaly("a1", 0, "s1").on("crm\nok"), anomaly("a\u001b[2J", 1, "s1"));
    assertThat(IncidentSentence.title(incident)).doesNotContain("\n");
    assertThat(IncidentSentence.summary(incident)).doesNotContain("\u001b", "\n");
  }

  private static OpenIncident of(Raised... raised) {
    OpenIncident incident = OpenIncident.of(raised[0].signal());
    for (int i = 1; i < raised.length; i++) {
      incident.add(raised[i].signal());
    }
    return incident;
  }
}
