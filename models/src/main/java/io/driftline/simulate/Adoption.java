package io.driftline.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One more system or permission every week, as long as there are any: from then on, some sessions
 * make a few calls with it. Until then the agent does not even stray there, so that it is new.
 */
final class Adoption implements Drift {
  private static final double SHARE_OF_SESSIONS = 0.1;
  private static final int FEWEST_CALLS = 2;
  private static final int MOST_CALLS = 3;

  private final DriftScript script;
  private final int onset;
  private final List<String> items;
  private final List<List<Operation>> calls = new ArrayList<>();
  private final Map<String, Integer> firstDay = new HashMap<>();

  private Adoption(DriftScript script, int onset, List<String> items, List<Operation> candidates) {
    this.script = script;
    this.onset = onset;
    this.items = items;
    for (String item : items) {
      firstDay.put(item, onset + DAYS_APART * calls.size());
      calls.add(candidates.stream().filter(call -> item.equals(item(call))).toList());
    }
  }

  /** Systems that are no part of the agent's own tasks, in everyday use. */
  static Adoption ofSystems(AgentProfile agent, int onset, int days, Dice dice) {
    Set<String> used = used(agent, Operation::system);
    return of(
        DriftScript.NEW_SYSTEMS,
        onset,
        days,
        call -> call.everyday() && !used.contains(call.system()),
        dice);
  }

  /** Permissions that the agent's own tasks do not take, on the systems they use. */
  static Adoption ofPermissions(AgentProfile agent, int onset, int days, Dice dice) {
    Set<String> systems = used(agent, Operation::system);
    Set<String> used = used(agent, Operation::permission);
    return of(
        DriftScript.NEW_PERMISSIONS,
        onset,
        days,
        call -> systems.contains(call.system()) && !used.contains(call.permission()),
        dice);
  }

  private static Adoption of(
      DriftScript script, int onset, int days, Predicate<Operation> isNew, Dice dice) {
    List<Operation> candidates = Stream.of(Operation.values()).filter(isNew).toList();
    Map<String, List<Operation>> byItem =
        candidates.stream()
            .collect(
                Collectors.groupingBy(
                    call -> script.item(call.system(), call.permission()),
                    TreeMap::new,
                    Collectors.toList()));
    int weeks = (days - onset + DAYS_APART - 1) / DAYS_APART;
    List<String> items = dice.shuffled(byItem.keySet()).stream().limit(weeks).toList();
    return new Adoption(script, onset, items, candidates);
  }

  private static Set<String> used(AgentProfile agent, Function<Operation, String> side) {
    return agent.tasks().stream()
        .flatMap(task -> task.steps().stream())
        .map(step -> side.apply(step.operation()))
        .collect(Collectors.toSet());
  }

  @Override
  public DriftScript script() {
    return script;
  }

  @Override
  public int onset() {
    return onset;
  }

  @Override
  public int end() {
    return onset + DAYS_APART * (items.size() - 1);
  }

  @Override
  public List<String> items() {
    return items;
  }

  @Override
  public List<Operation> besides(int day, Dice dice) {
    List<Operation> besides = new ArrayList<>();
    for (int i = 0; i < items.size() && onset + DAYS_APART * i <= day; i++) {
      if (dice.chance(SHARE_OF_SESSIONS)) {
        addCalls(calls.get(i), besides, dice);
      }
    }
    return besides;
  }

  private static void addCalls(List<Operation> choices, List<Operation> besides, Dice dice) {
    for (int left = dice.between(FEWEST_CALLS, MOST_CALLS); left > 0; left--) {
      besides.add(dice.pick(choices));
    }
  }

  @Override
  public boolean mayCall(Operation operation, int day) {
    return firstDay.getOrDefault(item(operation), 0) <= day;
  }

  private String item(Operation call) {
    return script.item(call.system(), call.permission());
  }
}
