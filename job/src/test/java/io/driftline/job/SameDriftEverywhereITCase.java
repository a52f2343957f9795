package io.driftline.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.drift.DriftKind;
import io.driftline.feature.SensitivityTable;
import io.driftline.job.alert.DriftJson;
import io.driftline.job.cli.local.DriftRun;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobSettings;
import io.driftline.job.identify.Cohorts;
import io.driftline.job.ingest.AgentActionJson;
import io.driftline.job.state.Ordering;
import io.driftline.registry.AgentRecord;
import io.driftline.simulate.DriftSettings;
import io.driftline.simulate.DriftSimulator;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job finds the same drift, byte for byte, with one subtask and with four, in order and
 * shuffled within the allowed lateness, in arrival and in event-time order.
 */
@Timeout(300)
class SameDriftEverywhereITCase {

  private static final Duration LATENESS = Duration.ofHours(2);

  @TempDir private Path folder;

  @Test
  void whateverTheOrderAndTheParallelism() throws Exception {
    DriftSimulator simulator = simulator();
    List<AgentAction> actions = new ArrayList<>();
    simulator.forEach(actions::add);
    Path ordered = write("ordered.jsonl", actions);
    Path shuffled = write("shuffled.jsonl", shuffledWithinTheLateness(actions));
    List<AgentRecord> registry = simulator.enterprise().registry();

    List<String> alone = drift(ordered, registry, Ordering.EVENT_TIME, 1);

    assertThat(alone).anyMatch(json -> json.contains(DriftKind.GROWTH.code()));
    assertThat(alone).anyMatch(json -> json.contains(DriftKind.PEER_DIVERGENCE.code()));
    assertThat(drift(ordered, registry, Ordering.EVENT_TIME, 4)).isEqualTo(alone);
    assertThat(drift(shuffled, registry, Ordering.EVENT_TIME, 2)).isEqualTo(alone);
    assertThat(drift(shuffled, registry, Ordering.ARRIVAL, 4)).isEqualTo(alone);
  }

  private static DriftSimulator simulator() {
    return new DriftSimulator(
        DriftSettings.of(
            DriftSettings.defaults()
                .enterprise()
                .withAgents(56)
                .withPeople(60)
                .withDays(84)
                .withActionsPerAgentDay(20)));
  }

  private static List<String> drift(
      Path activity, List<AgentRecord> registry, Ordering order, int parallelism) throws Exception {
    Configuration config = new Configuration();
    config.set(DriftlineOptions.ORDER, order);
    config.set(DriftlineOptions.OUT_OF_ORDERNESS, LATENESS);
    JobSettings settings =
        JobSettings.of(config, Cohorts.of(byPurpose(registry)), SensitivityTable.shipped(), null);
    return DriftRun.run(config, settings, parallelism, List.of(activity)).stream()
        .map(event -> new String(DriftJson.write(event), StandardCharsets.UTF_8))
        .toList();
  }

  /** One kind for all, so that every cohort has enough agents to be compared. */
  private static List<AgentRecord> byPurpose(List<AgentRecord> registry) {
    return registry.stream()
        .map(
            agent ->
                AgentRecord.of(
                    agent.agentId(), AgentKind.ORGANIZATIONAL, agent.owner(), agent.purpose()))
        .toList();
  }

  private static List<AgentAction> shuffledWithinTheLateness(List<AgentAction> actions) {
    Random random = new Random(7);
    Map<String, Long> arrival = new HashMap<>();
    for (AgentAction action : actions) {
      long lag = random.nextInt((int) LATENESS.toMillis());
      arrival.put(action.eventId(), action.timeMillis() + lag);
    }
    List<AgentAction> shuffled = new ArrayList<>(actions);
    shuffled.sort(Comparator.comparing(action -> arrival.get(action.eventId())));
    return shuffled;
  }

  private Path write(String name, List<AgentAction> actions) throws Exception {
    Path file = folder.resolve(name);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (AgentAction action : actions) {
        out.write(AgentActionJson.write(action));
        out.write('\n');
      }
    }
    return file;
  }
}
