package io.driftline.job.cli.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.cli.Driftline;
import io.driftline.job.cli.local.EmbeddedBroker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the job raised, read from a broker by the commands and by the examples. */
@Timeout(120)
class AlertsITCase {

  private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();
  private static final int LONGEST_SECONDS = 90;
  private static final String AGENT = "sales-assistant-3";

  private static EmbeddedBroker broker;

  @TempDir private Path folder;
  private String out;
  private String err;

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start();
    for (String topic : List.of("incidents", "anomalies", "drift", "findings")) {
      broker.createTopic("driftline." + topic, 2, Map.of());
    }
    broker.createTopic("driftline.hidden", 1, Map.of("cleanup.policy", "compact"));
    broker.createTopic("ocsf.incidents", 1, Map.of());
    broker.createTopic("followed.incidents", 1, Map.of());
    publish();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  private static void publish() {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    records.add(record("incidents", AGENT, "no JSON".getBytes(UTF_8)));
    SampleRecords.incident().forEach(each -> records.add(record("incidents", AGENT, each)));
    records.add(record("incidents", "mail-bot", SampleRecords.otherIncident()));
    records.add(record("anomalies", AGENT, SampleRecords.anomaly()));
    records.add(record("drift", "sales-7", SampleRecords.drift()));
    SampleRecords.finding().forEach(each -> records.add(record("findings", AGENT, each)));
    records.add(record("hidden", "aa", SampleRecords.hidden(3)));
    records.add(record("hidden", "bb", SampleRecords.hiddenByBudget()));
    records.add(record("hidden", "aa", SampleRecords.hidden(7)));
    records.add(
        new ProducerRecord<>("ocsf.incidents", AGENT, "{\"class_uid\":2004}".getBytes(UTF_8)));
    try (KafkaProducer<String, byte[]> producer = producer()) {
      producer.beginTransaction();
      records.forEach(producer::send);
      producer.commitTransaction();
      producer.beginTransaction();
      producer.send(record("incidents", AGENT, SampleRecords.incident().get(0)));
      producer.flush();
      producer.abortTransaction();
    }
  }

  private static ProducerRecord<String, byte[]> record(String topic, String key, byte[] value) {
    return new ProducerRecord<>("driftline." + topic, key, value);
  }

  private static KafkaProducer<String, byte[]> producer() {
    KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "job"),
            new StringSerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
    return producer;
  }

  private void run(int expectedExitCode, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--bootstrap-servers=" + broker.bootstrapServers());
    StringWriter printed = new StringWriter();
    StringWriter errors = new StringWriter();
    int exitCode =
        Driftline.run(
            new PrintWriter(printed), new PrintWriter(errors), all.toArray(String[]::new));
    out = printed.toString();
    err = errors.toString();
    assertThat(exitCode).as(out + err).isEqualTo(expectedExitCode);
  }

  @Test
  void tellsTheIncidentsThatAreThere() {
    run(0, "alerts", "--no-follow");

    assertThat(out.lines().filter(line -> line.startsWith("2026")))
        .hasSize(4)
        .anyMatch(line -> line.matches(".*CRITICAL  updated #3   sales-assistant-3 .*5d0c7a10.*"));
    assertThat(err).contains("it is no JSON", "warning: 1 record passed over, not understood");
  }

  @Test
  void tellsOnlyWhatIsAskedFor() {
    run(0, "alerts", "--no-follow", "--severity=high", "--since=2026-03-01T09:41:00Z");
    assertThat(out).contains("updated #3", "closed #4").doesNotContain("opened", "mail-bot");

    run(0, "alerts", "--no-follow", "--agent=MAIL-*", "--kind=incident,finding");
    assertThat(out).contains("mail-bot").doesNotContain("\u001b", AGENT);

    run(0, "alerts", "--no-follow", "--kind=anomaly,drift,finding");
    assertThat(out).contains("  anomaly  ", "mix_shift.system", "resolved").doesNotContain("#3");
  }

  @Test
  void programsGetTheRecordsAsTheyAre() {
    run(0, "alerts", "--no-follow", "--json", "--agent=" + AGENT);

    assertThat(out.lines())
        .containsExactlyElementsOf(
            SampleRecords.incident().stream().map(each -> new String(each, UTF_8)).toList());
  }

  @Test
  void tellsWhatWasHidden() {
    run(0, "alerts", "--hidden");

    assertThat(out)
        .isEqualTo(
            """
            DAY         CAUSE          RULE       HIDDEN  AGENTS  LATEST
            2026-03-01  global budget  -            5000   1000+  fedcba0987654321 of mail-bot
            2026-03-01  suppression    quiet-crm       7       2  1234567890abcdef of crm-bot
            """);
  }

  @Test
  void saysThatTheTopicHoldsTheOtherFormat() {
    run(0, "alerts", "--no-follow", "-D", "driftline.kafka.output-prefix=ocsf");
    assertThat(out).isEmpty();
    assertThat(err).contains("holds records in OCSF", "1 record passed over, in OCSF");

    run(1, "alerts", "--no-follow", "-D", "driftline.kafka.output-prefix=absent");
    assertThat(err).contains("topic absent.incidents does not exist", "output-prefix=PREFIX");
  }

  @Test
  void explainsAnIncidentWithItsWorstAnomaly() {
    run(0, "explain", "5D0C7A");

    assertThat(out)
        .contains("incident 5d0c7a10b2c3d4e5", "opened #1", "updated #3", "closed #4 (quiet)")
        .contains("AML.T0053", "ASI02", "(evidence: e400, e412)")
        .contains("why      ████████████  66.7 %", "usually", "--- alert line", "unless   Had its");
  }

  @Test
  void explainsWhateverHasTheId() {
    run(0, "explain", SampleRecords.ANOMALY.id());
    assertThat(out).startsWith("CRITICAL 97.3").contains("--- alert line");

    run(0, "explain", SampleRecords.FINDING, "--json");
    assertThat(out.lines()).hasSize(2).allMatch(line -> line.contains("driftline.finding/1"));

    run(1, "explain", "5d0c");
    assertThat(err).contains("2 ids begin with 5d0c: incident 5d0c", "give more digits");

    run(1, "explain", "ffff");
    assertThat(err).contains("nothing that is kept", "begins with ffff");
  }

  @Test
  void followsUntilItIsStopped() throws Exception {
    Process alerts =
        start(driftline("alerts", "--from-beginning", "-Ddriftline.kafka.output-prefix=followed"));
    try (BufferedReader lines = alerts.inputReader()) {
      try (KafkaProducer<String, byte[]> producer = producer()) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("followed.incidents", SampleRecords.otherIncident()));
        producer.commitTransaction();
      }
      assertThat(lines.readLine()).contains("opened #1", "mail-bot");
      alerts.destroy();
      assertThat(alerts.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      alerts.destroyForcibly();
    }
  }

  @Test
  void theJavaExampleHandlesEachRecordOnce() throws Exception {
    String source = EXAMPLES.resolve(Path.of("java", "IncidentConsumer.java")).toString();
    Process consumer = start(java(source, broker.bootstrapServers()));
    try (BufferedReader lines = consumer.inputReader()) {
      List<String> handled = new ArrayList<>();
      while (handled.stream().filter(line -> line.contains(AGENT)).count() < 3) {
        handled.add(lines.readLine());
      }
      assertThat(handled)
          .contains(
              "opened  #1 5d0c7a10b2c3d4e5 high     sales-assistant-3: Unusual transfers in"
                  + " payments",
              "closed  #4 5d0c7a10b2c3d4e5 critical sales-assistant-3: Unusual transfers in"
                  + " payments");
    } finally {
      consumer.destroyForcibly();
    }
  }

  @Test
  void theShellExampleCallsOnceAndSaysWhenItIsOver() throws Exception {
    Path command = Files.writeString(folder.resolve("driftline"), script(driftline()));
    assertThat(command.toFile().setExecutable(true)).isTrue();
    String script = EXAMPLES.resolve(Path.of("shell", "page-on-critical.sh")).toString();
    ProcessBuilder builder =
        new ProcessBuilder("sh", script, broker.bootstrapServers(), "--no-follow");
    builder.environment().put("DRIFTLINE", command.toString());
    Process pager = start(builder);
    try (BufferedReader lines = pager.inputReader()) {
      assertThat(lines.lines())
          .containsExactly(
              "PAGE  5d0c7a10b2c3d4e5  sales-assistant-3  Unusual transfers in payments",
              "OVER  5d0c7a10b2c3d4e5  sales-assistant-3");
    } finally {
      pager.destroyForcibly();
    }
  }

  private static Process start(List<String> command) throws IOException {
    return start(new ProcessBuilder(command));
  }

  /** Nobody waits longer for what it prints. */
  private static Process start(ProcessBuilder builder) throws IOException {
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process
        .onExit()
        .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
        .whenComplete((ended, late) -> process.destroyForcibly());
    return process;
  }

  private static List<String> driftline(String... arguments) {
    List<String> command = java(Driftline.class.getName());
    command.addAll(List.of(arguments));
    if (arguments.length > 0) {
      command.add("--bootstrap-servers=" + broker.bootstrapServers());
    }
    return command;
  }

  /** On the libraries that the launcher takes, as far as they are known before packaging. */
  private static List<String> java(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(arguments));
    return command;
  }

  private static String script(List<String> command) {
    return "#!/bin/sh\nexec '" + String.join("' '", command) + "' \"$@\"\n";
  }
}
