package io.driftline.job.cli.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.JobDefaults;
import io.driftline.job.cli.Driftline;
import io.driftline.job.cli.local.EmbeddedBroker;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.ingest.Rejection;
import io.driftline.job.registry.KafkaRegistry;
import io.driftline.job.registry.RegistryRecord;
import io.driftline.registry.RegistryChange;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What docs/registry.md shows, on a broker; and what the job then reads. */
@Timeout(180)
class RegistryITCase {

  private static final Path PAGE = Path.of("..", "docs", "registry.md");

  private static EmbeddedBroker broker;

  @TempDir private Path folder;
  private String topics;
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

  private int registry(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of("registry", command));
    arguments.addAll(List.of(more));
    arguments.add("--bootstrap-servers=" + broker.bootstrapServers());
    if (topics != null) {
      arguments.add("--agents-topic=agents" + topics);
      arguments.add("--people-topic=people" + topics);
    }
    StringWriter printed = new StringWriter();
    StringWriter errors = new StringWriter();
    int exitCode =
        Driftline.run(
            new PrintWriter(printed), new PrintWriter(errors), arguments.toArray(String[]::new));
    out = printed.toString();
    err = errors.toString();
    return exitCode;
  }

  @Test
  void thePageShowsWhatReallyHappens() throws IOException {
    String page = Files.readString(PAGE);
    String yaml = block(page, "yaml");
    String file = written("registry.yaml", yaml);

    assertThat(registry("apply", file, "--dry-run")).isZero();
    assertThat(page).contains(out);
    assertThat(registry("show")).isEqualTo(1);
    assertThat(err).contains("neither topic agent-registry nor people-registry exists");

    assertThat(registry("apply", file, "--yes")).isZero();
    assertThat(out)
        .endsWith(
            "created topic agent-registry\ncreated topic people-registry\npublished 5 records\n");
    assertThat(registry("apply", file)).as("a second time").isZero();
    assertThat(out).endsWith("nothing changes\n");

    written("registry.yaml", edited(yaml));
    assertThat(registry("apply", file, "--dry-run", "--prune")).isZero();
    assertThat(page).contains(out);
    assertThat(out).contains("- agent mail-helper");
  }

  /** As the page tells. */
  private static String edited(String yaml) {
    String successor = yaml.replace("owner: ana", "owner: ben");
    String longer = successor.replace("expires: 2026-07-01", "expires: 2027-01-01");
    String departed =
        longer.replace("user_id: ana\n    status: active", "user_id: ana\n    status: departed");
    int removed = departed.indexOf("  - agent_id: mail-helper");
    return departed.substring(0, removed) + departed.substring(departed.indexOf("people:"));
  }

  @Test
  void whatIsShownIsWhatApplyTakes() throws IOException {
    topics = "-show";
    String file = written("registry.yaml", block(Files.readString(PAGE), "yaml"));
    assertThat(registry("apply", file, "--yes")).isZero();
    assertThat(registry("show")).isZero();
    assertThat(registry("apply", written("shown.yaml", out), "--prune")).isZero();
    assertThat(out).endsWith("nothing changes\n");
  }

  @Test
  void publishesNothingUnaskedOrUnsound() throws IOException {
    topics = "-none";
    String file = written("registry.yaml", "people: [{user_id: ana, status: active}]");
    assertThat(registry("apply", file)).isEqualTo(1);
    assertThat(err).contains("nobody can be asked here, so nothing was published (give --yes");
    written("registry.yaml", "people: [{user_id: ana, status: active}, {user_id: ben}]");
    assertThat(registry("apply", file, "--yes")).isEqualTo(1);
    assertThat(registry("show")).isEqualTo(1);
  }

  @Test
  void theJobReadsItAllAndRefusesWhatItDoesNotUnderstand() throws Exception {
    topics = "-job";
    apply("agents: [{agent_id: a}, {agent_id: b, effective: 2026-01-01T00:00:00Z}]\npeople: []");
    apply("agents: [{agent_id: b, owner: ana, effective: 2026-02-01T00:00:00Z}]");
    send("agents-job", "c", "{\"agent_id\":\"d\"}");
    assertThat(registry("show")).isZero();
    assertThat(err).contains("agents-job, partition 0, offset", "the key is \"c\" and agent_id is");

    List<RegistryRecord> records = read();

    assertThat(records)
        .filteredOn(each -> each.deadLetter() != null)
        .singleElement()
        .satisfies(
            each -> assertThat(each.deadLetter().reason()).isEqualTo(Rejection.KEY_MISMATCH));
    List<RegistryChange> changes =
        records.stream().map(RegistryRecord::change).filter(each -> each != null).toList();
    assertThat(changes)
        .extracting(change -> change.id() + (change.isRemoval() ? " removed" : ""))
        .containsExactly("a", "b", "b", "a removed");
    assertThat(changes.get(1).time()).isLessThan(changes.get(2).time());
    assertThat(changes.get(3).time()).isGreaterThanOrEqualTo(changes.get(0).time());
  }

  @Test
  void warnsOfATopicThatForgets() throws IOException {
    topics = "-kept";
    broker.createTopic("people-kept", 1, Map.of("cleanup.policy", "delete"));
    apply("people: [{user_id: ana, status: active}]");
    assertThat(err).contains("warning: topic people-kept forgets records that are old");
  }

  private void apply(String yaml) throws IOException {
    assertThat(registry("apply", written("r.yaml", yaml), "--yes", "--prune")).isZero();
  }

  private String written(String name, String yaml) throws IOException {
    return Files.writeString(folder.resolve(name), yaml).toString();
  }

  private static void send(String topic, String key, String value) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value.getBytes(UTF_8))).get();
    }
  }

  private static List<RegistryRecord> read() throws Exception {
    Configuration config =
        new Configuration()
            .set(DriftlineOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers())
            .set(DriftlineOptions.BOUNDED, true)
            .set(KafkaRegistry.AGENTS_TOPIC, "agents-job")
            .set(KafkaRegistry.PEOPLE_TOPIC, "people-job");
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobDefaults.required());
    List<RegistryRecord> records = new ArrayList<>();
    try (CloseableIterator<RegistryRecord> read =
        KafkaRegistry.orNone(env, config).executeAndCollect()) {
      read.forEachRemaining(records::add);
    }
    return records;
  }

  private static String block(String page, String language) {
    int from = page.indexOf("```" + language + "\n") + language.length() + 4;
    return page.substring(from, page.indexOf("```", from));
  }
}
