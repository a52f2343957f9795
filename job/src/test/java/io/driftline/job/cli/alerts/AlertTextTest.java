package io.driftline.job.cli.alerts;

import static io.driftline.job.cli.alerts.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.alert.Ansi;
import io.driftline.job.alert.Golden;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How records look; see the files in {@code anomalies}. */
class AlertTextTest {

  private static List<AlertRecord> read(List<byte[]> values) {
    AlertReader reader = new AlertReader(Unread.silently());
    return values.stream()
        .flatMap(value -> reader.read(List.of(record(0, 0, value))).stream())
        .toList();
  }

  private static List<AlertRecord> ofEachKind() {
    List<byte[]> values = new ArrayList<>(SampleRecords.incident());
    values.add(SampleRecords.otherIncident());
    values.add(SampleRecords.anomaly());
    values.add(SampleRecords.drift());
    values.addAll(SampleRecords.finding());
    return read(values);
  }

  private static String lines(Ansi ansi) {
    StringBuilder lines = new StringBuilder();
    ofEachKind().forEach(each -> lines.append(new AlertLines(ansi).render(each)));
    return lines.toString();
  }

  @Test
  void rendersALineForEachRecordAndASentenceBelow() {
    assertThat(lines(Ansi.PLAIN)).isEqualTo(Golden.read("alerts.txt"));
  }

  @Test
  void coloursChangeNothingElse() {
    String coloured = lines(Ansi.COLOUR);

    assertThat(coloured).contains("\u001b[1;31mCRITICAL\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(lines(Ansi.PLAIN));
  }

  @Test
  void rendersAllAboutAnIncident() {
    assertThat(IncidentText.render(read(SampleRecords.incident()), Ansi.PLAIN))
        .isEqualTo(Golden.read("incident.txt"));
  }

  @Test
  void theLatestRecordSaysWhatAnIncidentIs() {
    List<AlertRecord> told = new ArrayList<>(read(SampleRecords.incident()));
    String inOrder = IncidentText.render(told, Ansi.PLAIN);
    told.add(0, told.remove(2));

    assertThat(IncidentText.render(told, Ansi.PLAIN)).isEqualTo(inOrder);
  }

  @Test
  void theWorstAnomalyIsTheGravestWithTheHighestScore() {
    assertThat(IncidentText.worstAnomaly(read(SampleRecords.incident())))
        .contains(SampleRecords.ANOMALY.id());
    assertThat(IncidentText.worstAnomaly(read(List.of(SampleRecords.otherIncident())))).isEmpty();
  }

  @Test
  void rendersAllAboutAFinding() {
    assertThat(FindingText.render(read(SampleRecords.finding()), Ansi.PLAIN))
        .isEqualTo(Golden.read("finding.txt"));
  }

  @Test
  void rendersAllAboutADrift() {
    assertThat(DriftText.render(read(List.of(SampleRecords.drift())).get(0), Ansi.PLAIN))
        .isEqualTo(Golden.read("drift-mix.txt"));
  }

  @Test
  void nothingInARecordCanSteerTheTerminalOrStartALine() {
    String text = IncidentText.render(read(List.of(SampleRecords.otherIncident())), Ansi.PLAIN);

    assertThat(text + lines(Ansi.PLAIN)).doesNotContain("\u001b", "\nCRITICAL forged");
  }
}
