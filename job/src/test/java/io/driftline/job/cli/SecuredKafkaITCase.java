package io.driftline.job.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.driftline.job.AgentAnomalyJob;
import io.driftline.job.JobDefaults;
import io.driftline.job.cli.local.LocalCluster;
import io.driftline.job.cli.local.LocalClusterSettings;
import io.driftline.job.config.OutputTopics;
import io.driftline.job.settings.EffectiveSettings;
import io.driftline.job.settings.Flags;
import io.driftline.job.settings.SettingsResolver;
import io.driftline.job.topic.JobTopics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job and the commands with brokers that want TLS and a password; and nothing that they log,
 * say or show gives the password away.
 */
@Timeout(120)
class SecuredKafkaITCase {

  @TempDir private static Path folder;

  private static SecuredBroker broker;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void start() throws Exception {
    broker = SecuredBroker.start(folder);
    Properties client = client(SecuredBroker.PASSWORD);
    try (Admin admin = Admin.create(client);
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      Optional<Integer> one = Optional.of(1);
      admin
          .createTopics(
              Stream.of("agent-activity", "driftline-control")
                  .map(name -> new NewTopic(name, one, Optional.empty()))
                  .toList())
          .all()
          .get();
      producer.send(new ProducerRecord<>("agent-activity", "no event".getBytes(UTF_8))).get();
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void theJobReadsAndWritesAndGivesNoPasswordAway() throws Exception {
    Path file = settingsFile(SecuredBroker.PASSWORD, "job");
    try (LoggedText log = new LoggedText()) {
      AgentAnomalyJob.main(new String[] {"--config", file.toString()});
      assertThat(log.text()).contains("created topic job.dead-letter", "sasl.jaas.config");
      assertSilent(log.text());
    }
    assertThat(deadLetters("job")).contains("not_json");
  }

  @Test
  void flinksWebPageShowsTheSettingsAndNoPassword() throws Exception {
    Path secrets =
        Files.writeString(
            folder.resolve("secrets.properties"), "password=" + SecuredBroker.PASSWORD + "\n");
    Path file =
        settingsFile(
            "${file:%s:password}".formatted(secrets),
            "page",
            "driftline.kafka.properties.config.providers: file",
            "driftline.kafka.properties.config.providers.file.class:"
                + " org.apache.kafka.common.config.provider.FileConfigProvider");
    EffectiveSettings settings =
        SettingsResolver.resolve(Flags.parse("--config", file.toString()), Map.of());
    JobTopics.of(settings.configuration()).prepare();
    try (LoggedText log = new LoggedText();
        LocalCluster cluster = LocalCluster.start(LocalClusterSettings.ofSlots(1))) {
      StreamExecutionEnvironment env = cluster.environment(JobDefaults.under(settings.flink()));
      AgentAnomalyJob.defineWorkflow(env, settings.configuration());
      AgentAnomalyJob.show(env, settings);
      JobClient job = env.executeAsync("secured");
      job.getJobExecutionResult().get();
      String shown = answers(cluster.webPage(), job.getJobID().toHexString());
      assertThat(shown).contains("driftline.kafka.properties.sasl.jaas.config\":\"******");
      assertSilent(shown);
      assertSilent(log.text());
    }
    assertThat(deadLetters("page")).contains("not_json");
  }

  @Test
  void commandsGetInAndSayNothing() throws Exception {
    Path file = settingsFile(SecuredBroker.PASSWORD, "job");

    assertThat(run("config", "--config", file.toString())).as(err.toString()).isZero();
    assertThat(run("control", "show", "--config", file.toString())).as(err.toString()).isZero();
    assertThat(run("alerts", "--no-follow", "--config", file + ".absent")).isEqualTo(1);
    assertSilent(out + "\n" + err);
  }

  @Test
  void whoeverDoesNotGetInIsToldWhy() throws Exception {
    String file = settingsFile(SecuredBroker.MARKER + "-of-somebody-else", "job").toString();

    assertThat(run("control", "show", "--debug", "--config", file)).isEqualTo(1);
    assertThat(err.toString()).contains("Authentication failed");
    Throwable refused = catchThrowable(() -> AgentAnomalyJob.main(new String[] {"--config", file}));
    assertThat(refused).hasMessageContaining("Authentication failed");
    assertSilent(out + "\n" + err + refused);
  }

  @Test
  void aPasswordInTheWrongPlaceIsNotQuotedEither() throws Exception {
    String jaas = "-Ddriftline.kafka.propertis.sasl.jaas.config=" + SecuredBroker.MARKER;
    Path broken =
        Files.writeString(
            folder.resolve("broken.yaml"), "a: 1\n  b: %s: x\n".formatted(SecuredBroker.MARKER));

    assertThat(run("config", jaas)).isEqualTo(1);
    assertThat(run("config", "--config", broken.toString(), "--debug")).isEqualTo(1);
    assertThat(
            run(
                "config",
                "-D",
                "driftline.kafka.properties.ssl.key.password=" + SecuredBroker.MARKER))
        .isZero();
    assertSilent(out + "\n" + err);
  }

  private int run(String... arguments) {
    return Driftline.run(new PrintWriter(out), new PrintWriter(err), Map.of(), arguments);
  }

  private static void assertSilent(String text) {
    assertThat(text.lines().filter(line -> line.contains(SecuredBroker.MARKER))).isEmpty();
  }

  private static Properties client(String password) {
    Properties client = broker.client(password);
    client.setProperty("bootstrap.servers", broker.servers());
    return client;
  }

  private static Path settingsFile(String password, String prefix, String... more)
      throws Exception {
    String properties =
        broker.client(password).entrySet().stream()
            .map(
                set ->
                    "driftline.kafka.properties.%s: '%s'".formatted(set.getKey(), set.getValue()))
            .collect(Collectors.joining("\n"));
    return Files.writeString(
        Files.createTempFile(folder, "driftline", ".yaml"),
        """
        driftline.kafka.bootstrap-servers: %s
        driftline.kafka.output-prefix: %s
        driftline.kafka.group: %s
        driftline.kafka.create-topics: true
        driftline.kafka.bounded: true
        driftline.model: none
        parallelism.default: 1
        %s
        %s
        """
            .formatted(broker.servers(), prefix, prefix, properties, String.join("\n", more)));
  }

  private static String deadLetters(String prefix) {
    StringBuilder letters = new StringBuilder();
    try (CommittedTopic topic =
        CommittedTopic.open(
            broker.servers(),
            new OutputTopics(prefix).deadLetters(),
            broker.client(SecuredBroker.PASSWORD),
            "none")) {
      for (var batch = topic.next(); !batch.isEmpty(); batch = topic.next()) {
        batch.forEach(record -> letters.append(new String(record.value(), UTF_8)));
      }
    }
    return letters.toString();
  }

  /** What the web page is made of. */
  private static String answers(URI webPage, String job) throws Exception {
    StringBuilder all = new StringBuilder();
    List<String> paths =
        List.of(
            "config",
            "overview",
            "jobs/" + job,
            "jobs/" + job + "/config",
            "jobs/" + job + "/plan",
            "jobs/" + job + "/exceptions",
            "jobs/" + job + "/checkpoints/config",
            "jobs/" + job + "/jobmanager/config",
            "jobs/" + job + "/jobmanager/environment",
            "jobmanager/config",
            "jobmanager/environment",
            "taskmanagers");
    HttpClient http = HttpClient.newHttpClient();
    for (String path : paths) {
      HttpRequest request = HttpRequest.newBuilder(webPage.resolve("/" + path)).build();
      var answer = http.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      all.append(answer.body()).append('\n');
    }
    return all.toString();
  }
}
