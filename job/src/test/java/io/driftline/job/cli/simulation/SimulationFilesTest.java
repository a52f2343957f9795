package io.driftline.job.cli.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.job.evaluate.LabelFile;
import io.driftline.job.evaluate.Labels;
import io.driftline.job.evaluate.RegistryFile;
import io.driftline.job.ingest.ActivityFile;
import io.driftline.job.ingest.SourcePosition;
import io.driftline.job.registry.RegistryDecoder;
import io.driftline.registry.RegistryChange;
import io.driftline.simulate.DriftSettings;
import io.driftline.simulate.DriftSimulator;
import io.driftline.simulate.DriftTruths;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.GovernanceSettings;
import io.driftline.simulate.GovernedEnterprise;
import io.driftline.simulate.SimulatedAction;
import io.driftline.simulate.SimulationSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationFilesTest {

  private static final EnterpriseSimulator SIMULATOR =
      new EnterpriseSimulator(
          SimulationSettings.defaults().withAgents(8).withDays(4).withActionsPerAgentDay(20));

  @TempDir private static Path folder;
  private static SimulationFiles files;

  @BeforeAll
  static void write() throws IOException {
    files = new SimulationFiles(folder.resolve("new"));
    files.write(SIMULATOR, action -> {});
  }

  @Test
  void theActivityReadsBackAsItWasSimulated() throws IOException {
    List<AgentAction> read = new ArrayList<>();
    Clock then = Clock.fixed(SimulationSettings.defaults().end(), ZoneOffset.UTC);

    ActivityFile.read(files.activity(), then, decoded -> read.add(decoded.action()));

    assertThat(read)
        .containsExactlyElementsOf(SIMULATOR.stream().map(SimulatedAction::action).toList());
  }

  @Test
  void theRegistryReadsBackAsItWasDeclared() throws IOException {
    assertThat(RegistryFile.read(files.registry()))
        .containsExactlyElementsOf(SIMULATOR.enterprise().registry());
  }

  @Test
  void theLabelsKnowEveryMaliciousAction() throws IOException {
    Labels labels = LabelFile.read(files.labels());

    assertThat(SIMULATOR.stream().filter(SimulatedAction::malicious))
        .isNotEmpty()
        .allSatisfy(
            simulated -> {
              AgentAction action = simulated.action();
              assertThat(labels.isMalicious(action.eventId())).isTrue();
            });
  }

  @Test
  void theTruthAboutDriftHasALineForEveryAgent(@TempDir Path other) throws IOException {
    SimulationFiles drifting = new SimulationFiles(other);
    DriftSimulator simulator =
        new DriftSimulator(
            DriftSettings.of(DriftSettings.defaults().enterprise().withAgents(10).withDays(30)));
    List<AgentAction> seen = new ArrayList<>();

    drifting.write(simulator, seen::add);

    DriftTruths truths = simulator.newTruths();
    seen.forEach(truths::add);
    assertThat(Files.readAllLines(drifting.drift()))
        .hasSize(10)
        .containsExactlyElementsOf(
            truths.all().stream()
                .map(truth -> new String(SimulationLines.truth(truth), StandardCharsets.UTF_8))
                .toList())
        .anyMatch(line -> line.matches("\\{.*\"script\":\"new_systems\",\"onset\":\"2026-.*"))
        .anyMatch(line -> line.matches("\\{\"agent_id\":\"[^\"]*\",\"entrances\":\\[].*}"));
  }

  @Test
  void aGovernedEnterpriseReadsBackAsItIs(@TempDir Path other) throws IOException {
    SimulationFiles governed = new SimulationFiles(other);
    GovernedEnterprise enterprise =
        new GovernedEnterprise(GovernanceSettings.defaults().withAgents(14));
    List<AgentAction> seen = new ArrayList<>();

    governed.write(enterprise, seen::add);

    assertThat(seen).isEqualTo(enterprise.activity());
    assertThat(Files.readAllLines(governed.activity())).hasSameSizeAs(seen);
    assertThat(Files.readAllLines(governed.registry()))
        .extracting(SimulationFilesTest::decoded)
        .containsExactlyElementsOf(enterprise.registry());
    assertThat(Files.readAllLines(governed.truth()))
        .hasSameSizeAs(enterprise.truth())
        .allMatch(line -> line.matches("\\{\"rule\":\".*\",\"agent_id\":\".*\"known_from\":.*}"))
        .filteredOn(line -> line.contains("\"companion\":true"))
        .hasSize(1);
  }

  private static RegistryChange decoded(String line) {
    return RegistryDecoder.decodeLine(
            line.getBytes(StandardCharsets.UTF_8), SourcePosition.inFile("registry.jsonl", 1))
        .change();
  }

  @Test
  void theSameSimulationGivesTheSameBytes(@TempDir Path other) throws IOException {
    SimulationFiles again = new SimulationFiles(other);
    again.write(SIMULATOR, action -> {});

    assertThat(again.activity()).hasSameBinaryContentAs(files.activity());
    assertThat(again.registry()).hasSameBinaryContentAs(files.registry());
    assertThat(again.labels()).hasSameBinaryContentAs(files.labels());
  }

  @Test
  void everyLineEndsInALineFeed() throws IOException {
    assertThat(Files.readString(files.labels())).endsWith("}\n").doesNotContain("\r");
  }
}
