package io.driftline.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentKind;
import io.driftline.registry.AgentRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EnterpriseTest {
  private static final Enterprise ENTERPRISE = new Enterprise(SimulationSettings.defaults());
  private static final List<AgentRecord> REGISTRY = ENTERPRISE.registry();

  @Test
  void everyAgentIsRegisteredUnderAnIdOfItsOwn() {
    assertThat(REGISTRY).hasSize(36);
    assertThat(REGISTRY).extracting(AgentRecord::agentId).doesNotHaveDuplicates();
  }

  @Test
  void everyPurposeHasPeersOfTheSameKind() {
    Map<String, Long> cohorts =
        REGISTRY.stream()
            .collect(
                Collectors.groupingBy(
                    agent -> agent.purpose() + "/" + agent.kind(), Collectors.counting()));
    assertThat(cohorts.values().stream().filter(peers -> peers >= 5)).hasSize(7);
  }

  @Test
  void allKindsOccurAndOnlySharedAgentsLackAnOwner() {
    assertThat(REGISTRY).extracting(AgentRecord::kind).contains(AgentKind.values());
    assertThat(REGISTRY).filteredOn(agent -> agent.owner() == null).isNotEmpty();
    assertThat(REGISTRY)
        .filteredOn(agent -> agent.owner() == null)
        .allMatch(agent -> agent.kind() == AgentKind.ORGANIZATIONAL);
  }

  @Test
  void everybodyHasAnAddressOfTheirOwn() {
    assertThat(ENTERPRISE.people()).hasSize(120).doesNotHaveDuplicates();
    assertThat(new Enterprise(SimulationSettings.defaults().withPeople(3000)).people())
        .doesNotHaveDuplicates();
  }
}
