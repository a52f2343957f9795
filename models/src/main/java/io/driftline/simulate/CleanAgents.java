package io.driftline.simulate;

import io.driftline.activity.AgentKind;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Right;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sets up agents that keep to every rule: who they are, what they may do and who may ask them. */
final class CleanAgents {

  private static final int FEWEST_ACCESSES = 3;
  private static final int MOST_ACCESSES = 6;
  private static final int MOST_COLLEAGUES = 4;
  private static final double ENTITLED = 0.7;

  private final GovernedCompany company;
  private final Dice dice;

  CleanAgents(GovernedCompany company, Dice dice) {
    this.company = company;
    this.dice = dice;
  }

  /**
   * @param place among all clean agents; purposes take turns
   * @param time when it is registered, before its first action
   */
  GovernedAgent set(int place, long time) {
    Purpose purpose = Purpose.ALL.get(place % Purpose.ALL.size());
    AgentKind kind = purpose.kindOf(place / Purpose.ALL.size());
    String owner = company.staff().regular(dice);
    GovernedAgent agent = company.register(kind, purpose, owner, time);
    List<Operation> calls = calls(purpose);
    grant(agent, calls);
    calls.forEach(agent::work);
    company.introduce(agent, owner, calls.toArray(Operation[]::new));
    if (!agent.isPersonal()) {
      introduceOthers(agent, calls);
    }
    return agent;
  }

  /** Some of what agents of that purpose do. */
  private List<Operation> calls(Purpose purpose) {
    return dice.shuffled(repertoire(purpose)).stream()
        .limit(dice.between(FEWEST_ACCESSES, MOST_ACCESSES))
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /** All that agents of that purpose do, each with a permission of its own. */
  private static Collection<Operation> repertoire(Purpose purpose) {
    return Workflows.of(purpose).stream()
        .flatMap(task -> task.steps().stream())
        .map(Step::operation)
        .collect(
            Collectors.toMap(
                Operation::permission,
                Function.identity(),
                (first, second) -> first,
                LinkedHashMap::new))
        .values();
  }

  /** Something that agents of that purpose do, and this one may not yet. */
  Optional<Operation> further(GovernedAgent agent) {
    AgentRecord record = agent.at(agent.begin());
    Instant begin = Instant.ofEpochMilli(agent.begin());
    return dice.shuffled(repertoire(agent.purpose())).stream()
        .filter(call -> !record.isGranted(call.system(), call.permission(), begin))
        .findFirst();
  }

  /** Each right by itself; now and then all of a system at once. */
  private void grant(GovernedAgent agent, List<Operation> calls) {
    List<String> whole = new ArrayList<>();
    for (Operation call : calls) {
      if (whole.contains(call.system())) {
        continue;
      }
      if (dice.chance(0.1)) {
        whole.add(call.system());
        revokeSystem(agent, call.system());
        grantSystem(agent, call.system());
      } else {
        company.equip(agent, call, agent.begin());
      }
    }
  }

  private static void revokeSystem(GovernedAgent agent, String system) {
    agent.at(agent.begin()).grants().stream()
        .filter(grant -> grant.right().system().equals(system))
        .forEach(grant -> agent.edit(agent.begin(), draft -> draft.revoke(grant.right())));
  }

  private static void grantSystem(GovernedAgent agent, String system) {
    agent.edit(
        agent.begin(),
        draft -> {
          draft.declare(system);
          draft.grant(new Right(system, system + ":*"), Instant.ofEpochMilli(agent.begin()));
        });
  }

  private void introduceOthers(GovernedAgent agent, List<Operation> calls) {
    for (int left = dice.between(1, MOST_COLLEAGUES); left > 0; left--) {
      Operation[] some =
          calls.stream().filter(call -> dice.chance(ENTITLED)).toArray(Operation[]::new);
      company.introduce(agent, company.staff().regular(dice), some);
    }
    if (agent.kind() == AgentKind.ORGANIZATIONAL && dice.chance(0.3)) {
      agent.edit(agent.begin(), draft -> draft.allow(Schedules.of(agent.purpose())));
    }
  }
}
