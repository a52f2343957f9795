package io.driftline.job.cli.alerts;

import static io.driftline.job.cli.alerts.SampleRecords.record;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.posture.Severity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertReaderTest {

  private static final String DRIFT =
      "{\"schema\":\"driftline.drift/1\",\"id\":\"%s\",\"time\":\"%s\",\"agent\":{\"id\":\"a\"},"
          + "\"kind\":\"growth\",\"dimension\":\"system\",\"changes\":[]}";

  private final StringWriter err = new StringWriter();
  private final Unread unread = new Unread(new PrintWriter(err));
  private final AlertReader reader = new AlertReader(unread);

  @Test
  void readsEachKind() {
    List<AlertRecord> read =
        reader.read(
            List.of(
                record(0, 0, SampleRecords.anomaly()),
                record(0, 1, SampleRecords.incident().get(1)),
                record(0, 2, SampleRecords.finding().get(0)),
                record(0, 3, SampleRecords.drift())));

    assertThat(read)
        .extracting(AlertRecord::kind)
        .containsExactly(AlertKind.ANOMALY, AlertKind.INCIDENT, AlertKind.FINDING, AlertKind.DRIFT);
    assertThat(read)
        .extracting(AlertRecord::severity)
        .containsExactly(Severity.CRITICAL, Severity.CRITICAL, Severity.HIGH, null);
    assertThat(read.get(1).id()).isEqualTo(SampleRecords.INCIDENT);
    assertThat(read.get(1).number()).isEqualTo(3);
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          {"schema":                                                     | is no JSON
          {} {}                                                          | is no JSON
          []                                                             | names no schema
          {"schema":"driftline.incident/2"}                              | is driftline.incident/2
          {"schema":"driftline.incident/1"}                              | has no id
          {"schema":"driftline.drift/1","id":"x","agent":"y"}            | has no agent.id
          {"schema":"driftline.drift/1","id":"x","agent":{"id":"y"}}     | has no kind
          """)
  void saysWhatIsWrongAndReadsOn(String json, String why) {
    List<AlertRecord> read =
        reader.read(List.of(record(1, 7, json), record(1, 8, SampleRecords.anomaly())));

    assertThat(read).hasSize(1);
    assertThat(err.toString())
        .contains("warning: topic, partition 1, offset 7 is passed over: it " + why);
  }

  @Test
  void aTimeOrSeverityThatIsNoneIsWrong() {
    String finding = new String(SampleRecords.finding().get(0), UTF_8);
    reader.read(
        List.of(
            record(0, 0, DRIFT.formatted("x", "yesterday")),
            record(0, 1, finding.replace("\"severity\":\"high\"", "\"severity\":\"grave\""))));

    assertThat(err.toString()).contains("has no time that is one", "has no severity that is one");
  }

  @Test
  void namesTheFirstAndCountsAll() {
    for (int i = 0; i < 20; i++) {
      reader.read(List.of(new ConsumerRecord<>("topic", 0, i, null, null)));
    }
    unread.total();

    assertThat(err.toString().lines())
        .hasSize(4)
        .last()
        .isEqualTo("warning: 20 records passed over, not understood");
  }

  @Test
  void recordsInOcsfAreCountedApart() {
    ConsumerRecord<byte[], byte[]> marked = record(0, 1, "{\"x\":1}");
    marked.headers().add("schema", "ocsf/1.8.0/detection_finding".getBytes(UTF_8));
    reader.read(List.of(record(0, 0, "{\"class_uid\":2004}"), marked));
    unread.total();

    assertThat(err.toString().lines())
        .containsExactly(
            "warning: topic topic holds records in OCSF, which are passed over: this command reads"
                + " what the job writes with driftline.output.format NATIVE",
            "warning: 2 records passed over, in OCSF");
  }

  @Test
  void whatIsWrongCannotSteerTheTerminal() {
    reader.read(List.of(record(0, 0, "{\"schema\":\"\\u001b[2J\\n\"}")));

    assertThat(err.toString().strip()).doesNotContain("\u001b", "\n");
  }

  @Test
  void ordersByTimeButLeavesEachPartitionInItsOrder() {
    List<AlertRecord> read =
        reader.read(
            List.of(
                record(0, 0, DRIFT.formatted("a", "2026-03-01T02:00:00Z")),
                record(0, 1, DRIFT.formatted("b", "2026-03-01T01:00:00Z")),
                record(0, 2, DRIFT.formatted("c", "2026-03-01T05:00:00Z")),
                record(1, 0, DRIFT.formatted("d", "2026-03-01T01:30:00Z")),
                record(1, 1, DRIFT.formatted("e", "2026-03-01T03:00:00Z"))));

    assertThat(read).extracting(AlertRecord::id).containsExactly("d", "a", "b", "e", "c");
  }

  @Test
  void aLineIsTheRecordAsItIs() {
    byte[] drift = SampleRecords.drift();

    assertThat(reader.read(List.of(record(0, 0, drift))).get(0).line())
        .isEqualTo(new String(drift, UTF_8));
  }

  @Test
  void aScoreThatIsNoNumberIsNone() {
    String anomaly = new String(SampleRecords.anomaly(), UTF_8);
    AlertRecord read =
        reader
            .read(List.of(record(0, 0, anomaly.replace("\"score\":97.3", "\"score\":1e999"))))
            .get(0);

    assertThat(read.score()).isNull();
  }

  @Test
  void whatIsNotOneLineOfAsciiIsMadeOne() {
    String json = DRIFT.formatted("x", "2026-03-01T02:00:00Z").replace("growth", "\u009bü\u007f");
    AlertRecord read = reader.read(List.of(record(0, 0, json.replace(",", ",\n ")))).get(0);

    assertThat(read.line()).isEqualTo(json.replace("\u009bü\u007f", "\\u009B\\u00FC\\u007F"));
    assertThat(read.time()).isEqualTo(Instant.parse("2026-03-01T02:00:00Z"));
  }
}
