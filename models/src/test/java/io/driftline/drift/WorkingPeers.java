package io.driftline.drift;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentKind;
import io.driftline.baseline.Hash64;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Agents of one cohort, busy to different degrees, each of which may change what it does. */
final class WorkingPeers {

  static final String COHORT = "organizational/sales";
  static final long START = WorkingAgent.START;
  static final String[] USUAL = {"crm", "crm", "crm", "mail", "mail", "wiki"};
  static final String[] OTHER = {"billing", "billing", "vault", "vault", "mail", "mail"};

  private static final int WINDOW = DriftSettings.defaults().recentDays();

  private final int agents;
  private final long seed;
  private final Work work;

  /** What is used on a day; each value as often as it is listed. */
  @FunctionalInterface
  interface Work {
    String[] of(int agent, long day);
  }

  WorkingPeers(int agents, long seed, Work work) {
    this.agents = agents;
    this.seed = seed;
    this.work = work;
  }

  /** All of them at their usual work. */
  static WorkingPeers usual(int agents, long seed) {
    return new WorkingPeers(agents, seed, (agent, day) -> USUAL);
  }

  static String id(int agent) {
    return "agent-%03d".formatted(agent);
  }

  /** What they tell at the end of a day, in order of ids. */
  List<DayMix> mixes(long day) {
    return IntStream.range(0, agents).mapToObj(agent -> mix(agent, day)).toList();
  }

  /** What is found until the end of the last day before {@code end}. */
  List<DriftEvent> until(long end) {
    PeerGroup group = new PeerGroup(DriftSettings.defaults());
    List<DriftEvent> found = new ArrayList<>();
    for (long day = START; day < end; day++) {
      mixes(day).forEach(group::add);
      found.addAll(group.close(COHORT, day));
    }
    return found;
  }

  DayMix mix(int agent, long day) {
    TreeMap<String, Integer> systems = new TreeMap<>();
    TreeMap<String, Integer> permissions = new TreeMap<>();
    TreeMap<String, Integer> actions = new TreeMap<>();
    for (long each = day - WINDOW + 1; each <= day; each++) {
      count(agent, each, systems, permissions, actions);
    }
    Agent who = new Agent(id(agent), AgentKind.ORGANIZATIONAL, null, "1", "team");
    return new DayMix(who, day, hours(systems), hours(permissions), hours(actions));
  }

  /** A day's hours depend on nothing but agent and day, so that each window tells of the same. */
  private void count(
      int agent,
      long day,
      TreeMap<String, Integer> systems,
      TreeMap<String, Integer> permissions,
      TreeMap<String, Integer> actions) {
    SplittableRandom random = new SplittableRandom(Hash64.pair(seed * 10_007 + agent, day));
    int hours = CalendarDay.isWorking(day) ? 4 + agent % 5 + random.nextInt(5) : random.nextInt(2);
    String[] values = work.of(agent, day);
    for (int hour = 0; hour < hours; hour++) {
      String system = values[random.nextInt(values.length)];
      String verb = random.nextInt(3) == 0 ? "write" : "read";
      systems.merge(system, 1, Integer::sum);
      permissions.merge(system + ":" + verb, 1, Integer::sum);
      actions.merge(system + "/" + verb, 1, Integer::sum);
    }
  }

  private static ValueHours hours(TreeMap<String, Integer> counts) {
    TreeMap<Long, String> labels = new TreeMap<>();
    counts.keySet().forEach(label -> labels.put(Hash64.of(label), label));
    return new ValueHours(
        labels.keySet().stream().mapToLong(Long::longValue).toArray(),
        labels.values().toArray(String[]::new),
        labels.values().stream().mapToInt(counts::get).toArray());
  }
}
