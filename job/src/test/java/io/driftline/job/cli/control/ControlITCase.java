package io.driftline.job.cli.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.job.alert.OutputSchema;
import io.driftline.job.cli.CommittedTopic;
import io.driftline.job.cli.Driftline;
import io.driftline.job.cli.local.EmbeddedBroker;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lines are set, shown and compared, and verdicts given, on a broker. */
@Timeout(180)
class ControlITCase {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static EmbeddedBroker broker;

  @TempDir private Path folder;
  private String out;
  private String err;

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void linesAreSetShownAndCompared() throws IOException {
    broker.createTopic("lines", 1, Map.of());
    String file = written("t.yaml", "rules: [{scope: global, line: 80}]");

    assertThat(control("show", "--control-topic=lines")).isZero();
    assertThat(out).isEqualTo("nothing is published: the configured line holds for all\n");
    assertThat(control("apply", file, "--control-topic=lines", "--dry-run")).isZero();
    assertThat(out).isEqualTo("+ line of global: 80.0\ndry run: version 1 was not published\n");
    assertThat(control("apply", file, "--control-topic=lines")).isEqualTo(1);
    assertThat(err).contains("no reason is given");
    assertThat(apply(file, "lines")).isZero();
    assertThat(out).endsWith("published version 1 to topic lines\n");
    assertThat(apply(file, "lines")).isZero();
    assertThat(out).isEqualTo("nothing changes\n");

    String other = written("u.yaml", "rules: [{scope: global, line: 90}]\nsensitivity: {send: 1}");
    assertThat(control("diff", other, "--control-topic=lines")).isZero();
    assertThat(out).isEqualTo("~ line of global: 90.0, was 80.0\n+ sensitivity of send: 1.0\n");
    assertThat(apply(other, "lines")).isZero();
    assertThat(control("show", "--control-topic=lines")).isZero();
    assertThat(out)
        .startsWith("version 2, by mara at ")
        .endsWith(": why\nline of global: 90.0\nsensitivity of send: 1.0\n");
    for (ConsumerRecord<byte[], byte[]> record : read("lines")) {
      assertThat(OutputSchema.named("control").faults(new String(record.value(), UTF_8))).isEmpty();
    }
  }

  @Test
  void whatIsWrongIsNotPublished() throws IOException {
    broker.createTopic("wrong", 1, Map.of());
    String file = written("t.yaml", "rules:\n  - {scope: global, line: 800}");
    assertThat(apply(file, "wrong")).isEqualTo(1);
    assertThat(err).contains("t.yaml:2: rules[0].line is 800; expected a number from 0 to 100");
    String old = written("v.yaml", "version: 1\nrules: [{scope: global, line: 80}]");
    assertThat(apply(old, "wrong")).isZero();
    Files.writeString(Path.of(old), "version: 1\nrules: [{scope: global, line: 85}]");
    assertThat(apply(old, "wrong")).isEqualTo(1);
    assertThat(err).contains("says version 1, but version 1 is published", "write version: 2");
    assertThat(apply(old, "absent")).isEqualTo(1);
    assertThat(read("wrong")).hasSize(1);
  }

  @Test
  void onlyWhatIsSignedCountsWhereAKeyIsTrusted() throws IOException {
    broker.createTopic("signed", 1, Map.of());
    String key = folder.resolve("control.pem").toString();
    assertThat(run(List.of("control", "keygen", key))).isZero();
    assertThat(run(List.of("control", "keygen", key))).isEqualTo(1);
    assertThat(err).contains("control.pem exists");
    String trust = "driftline.control.public-key=" + key + ".pub";
    String file = written("t.yaml", "rules: [{scope: global, line: 80}]");

    assertThat(apply(file, "signed", "-D", trust)).isZero();
    assertThat(control("show", "--control-topic=signed", "-D", trust)).isZero();
    assertThat(out).startsWith("nothing is published");
    assertThat(apply(file, "signed", "-D", trust, "--sign=" + key)).isZero();
    assertThat(control("show", "--control-topic=signed", "-D", trust)).isZero();
    assertThat(out).startsWith("version 1, by mara at ").contains(", signed with ");
  }

  @Test
  void aVerdictSaysWhatTheAnomalyWas() throws IOException {
    broker.createTopic("verdicts", 1, Map.of());
    broker.createTopic("driftline.anomalies", 1, Map.of());
    byte[] anomaly = anomaly();
    send("driftline.anomalies", anomaly);
    JsonNode raised = JSON.readTree(anomaly);
    String id = raised.path("id").textValue();

    assertThat(feedback(id, "--benign")).as(err).isZero();
    assertThat(out).isEqualTo("published benign of " + id + " to topic verdicts\n");
    JsonNode message = JSON.readTree(read("verdicts").get(0).value());
    assertThat(message.path("alert_id").textValue()).isEqualTo(id);
    assertThat(message.path("system")).isEqualTo(raised.path("action").path("system"));
    assertThat(message.path("detector")).isEqualTo(raised.path("lead"));
    assertThat(message.path("detectors")).contains(raised.path("lead"));
    assertThat(OutputSchema.named("control").faults(message.toString())).isEmpty();

    assertThat(feedback("0000000000000000", "--benign")).isEqualTo(1);
    assertThat(err).contains("has the id 0000000000000000");
    assertThat(feedback(id)).isEqualTo(2);
  }

  private static byte[] anomaly() throws IOException {
    try (InputStream in = ControlITCase.class.getResourceAsStream("/anomalies/full.json")) {
      return JSON.readTree(in).toString().getBytes(UTF_8);
    }
  }

  private int apply(String file, String topic, String... more) {
    List<String> arguments = new ArrayList<>(List.of(file, "--by=mara", "--reason=why"));
    arguments.add("--control-topic=" + topic);
    arguments.addAll(List.of(more));
    return control("apply", arguments.toArray(String[]::new));
  }

  private int control(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of("control", command));
    arguments.addAll(List.of(more));
    arguments.add("--bootstrap-servers=" + broker.bootstrapServers());
    return run(arguments);
  }

  private int feedback(String id, String... more) {
    List<String> arguments = new ArrayList<>(List.of("feedback", id, "--by=mara", "--reason=why"));
    arguments.addAll(List.of(more));
    arguments.add("--control-topic=verdicts");
    arguments.add("--bootstrap-servers=" + broker.bootstrapServers());
    return run(arguments);
  }

  private int run(List<String> arguments) {
    StringWriter printed = new StringWriter();
    StringWriter errors = new StringWriter();
    int exitCode =
        Driftline.run(
            new PrintWriter(printed), new PrintWriter(errors), arguments.toArray(String[]::new));
    out = printed.toString();
    err = errors.toString();
    return exitCode;
  }

  private String written(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static void send(String topic, byte[] value) {
    Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      var unused = producer.send(new ProducerRecord<>(topic, value));
      producer.flush();
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (CommittedTopic read =
        CommittedTopic.open(broker.bootstrapServers(), topic, new Properties(), "")) {
      for (var batch = read.next(); !batch.isEmpty(); batch = read.next()) {
        records.addAll(batch);
      }
    }
    return records;
  }
}
