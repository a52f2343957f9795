package io.driftline.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentKind;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.UserRecord;
import java.time.Instant;
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
    assertThat(new Enterprise(SimulationSettings.defaults().withAgents(5_000)).registry())
        .extracting(AgentRecord::agentId)
        .doesNotHaveDuplicates();
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

  @Test
  void theDeclaredRegistryHasEveryAgentAndEverybodyFromBeforeTheFirstAction() {
    List<RegistryChange> declared = ENTERPRISE.declared();
    long start = SimulationSettings.defaults().start().toEpochMilli();

    assertThat(declared).filteredOn(change -> change.agent() != null).hasSize(36);
    assertThat(declared).filteredOn(change -> change.user() != null).hasSize(120);
    assertThat(declared).allMatch(change -> change.time() < start);
  }

  @Test
  void anAgentIsDeclaredForAndGrantedAllThatItsTasksTake() {
    SimulationSettings settings = SimulationSettings.defaults();
    Instant start = settings.start();
    for (AgentProfile agent : ENTERPRISE.agents()) {
      AgentRecord declared = agent.declared(rights(), start);
      for (Workflow task : agent.tasks()) {
        assertThat(task.steps())
            .extracting(Step::operation)
            .allMatch(call -> declared.declares(call.system()))
            .allMatch(call -> declared.isGranted(call.system(), call.permission(), start));
      }
    }
  }

  @Test
  void peopleMayDoWhatTheAgentsOfTheirDepartmentDoAndNoMoreThanReadOpenlyElsewhere() {
    JobRights rights = rights();
    UserRecord personnel = new Person("p", Area.PEOPLE).declared(rights);
    UserRecord engineer = new Person("e", Area.ENGINEERING).declared(rights);

    assertThat(personnel.isEntitled("hr", "hr:download")).isTrue();
    assertThat(engineer.isEntitled("hr", "hr:download")).isFalse();
    assertThat(engineer.isEntitled("code", "code:write")).isTrue();
    assertThat(personnel.isEntitled("code", "code:read")).isTrue();
    assertThat(personnel.isEntitled("code", "code:write")).isFalse();
    assertThat(personnel.isEntitled("mail", "mail:send")).isTrue();
    assertThat(personnel.isEntitled("mail", "mail:administer")).isFalse();
  }

  @Test
  void anAgentThatCallsAnotherIsGrantedWhatTheOtherDoes() {
    Callers callers = callers();
    AgentProfile analyst =
        ENTERPRISE.agents().stream()
            .filter(agent -> agent.purpose() == Purpose.ANALYST)
            .findFirst()
            .orElseThrow();

    assertThat(callers.of(analyst)).hasSize(3);
    assertThat(callers.of(analyst))
        .allMatch(caller -> rights().of(caller).contains(Staff.right(Operation.WAREHOUSE_QUERY)));
  }

  private static JobRights rights() {
    return new JobRights(callers());
  }

  private static Callers callers() {
    return new Callers(new People(120, 10, 1), ENTERPRISE.agents());
  }
}
