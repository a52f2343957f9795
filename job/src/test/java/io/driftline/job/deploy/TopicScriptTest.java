package io.driftline.job.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.OutputTopics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicScriptTest {

  private static final Map<String, String> BROKERS = Map.of("BOOTSTRAP_SERVERS", "kafka:9092");

  @TempDir private Path folder;

  @Test
  void createsEveryTopicThatTheJobReadsOrWrites() throws Exception {
    List<String> topics = new ArrayList<>(new OutputTopics("driftline").all());
    topics.addAll(DriftlineOptions.ACTIVITY_TOPICS.defaultValue());
    topics.addAll(List.of("agent-registry", "people-registry", "driftline-control"));
    assertThat(names(BROKERS)).containsExactlyInAnyOrderElementsOf(topics);
  }

  @Test
  void compactsWhereTheLatestRecordCounts() throws Exception {
    List<String> compacted = new ArrayList<>(new OutputTopics("driftline").compacted());
    compacted.addAll(List.of("agent-registry", "people-registry"));
    assertThat(TopicScript.calls(folder, BROKERS))
        .filteredOn(call -> TopicScript.values(call, "--config").contains("cleanup.policy=compact"))
        .extracting(TopicScriptTest::name)
        .containsExactlyInAnyOrderElementsOf(compacted);
  }

  @Test
  void whatIsNotCompactedSaysHowLongItIsKept() throws Exception {
    assertThat(TopicScript.calls(folder, BROKERS))
        .filteredOn(
            call -> !TopicScript.values(call, "--config").contains("cleanup.policy=compact"))
        .allMatch(
            call ->
                TopicScript.values(call, "--config").stream()
                    .anyMatch(config -> config.matches("retention\\.ms=-?\\d+")));
  }

  @Test
  void namesOutputTopicsByThePrefixOfTheJob() throws Exception {
    assertThat(names(Map.of("BOOTSTRAP_SERVERS", "kafka:9092", "OUTPUT_PREFIX", "staging")))
        .containsAll(new OutputTopics("staging").all());
  }

  @Test
  void whatTheClusterAsksForIsPassedOn() throws Exception {
    List<List<String>> calls =
        TopicScript.calls(
            folder,
            Map.of(
                "BOOTSTRAP_SERVERS", "a:1,b:2",
                "REPLICATION_FACTOR", "3",
                "COMMAND_CONFIG", "/secret/client.properties",
                "ACTIVITY_PARTITIONS", "64"));
    assertThat(calls)
        .allMatch(call -> TopicScript.values(call, "--bootstrap-server").equals(List.of("a:1,b:2")))
        .allMatch(call -> TopicScript.values(call, "--replication-factor").equals(List.of("3")))
        .allMatch(
            call ->
                TopicScript.values(call, "--command-config")
                    .equals(List.of("/secret/client.properties")));
    assertThat(calls.get(0))
        .containsSequence("--topic", "agent-activity", "--partitions", "64", "--config");
  }

  @Test
  void saysThatBrokersAreMissing() throws Exception {
    Shell shell = Shell.script(TopicScript.SCRIPT, Map.of());
    assertThat(shell.exitCode()).isNotZero();
    assertThat(shell.output()).contains("BOOTSTRAP_SERVERS: must name Kafka brokers");
  }

  private List<String> names(Map<String, String> environment) throws Exception {
    return TopicScript.calls(folder, environment).stream().map(TopicScriptTest::name).toList();
  }

  private static String name(List<String> call) {
    return TopicScript.values(call, "--topic").get(0);
  }
}
