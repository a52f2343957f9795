package io.driftline.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Watches the agents of a cohort for one that comes to differ from the others, or from whom the
 * others move away: gathers what they did in their recent windows, and judges each day when it is
 * over. Agents may tell in any order. Not thread-safe.
 */
public final class PeerGroup {

  /** Most agents that are compared with each other. */
  public static final int MOST_AGENTS = 4096;

  private static final long NEVER = Long.MIN_VALUE;

  final DriftSettings settings;
  final PeerLimits limits;

  /** What was told of each day that is not closed, by agent id. */
  final TreeMap<Long, TreeMap<String, DayMix>> open = new TreeMap<>();

  final TreeMap<String, PeerMember> members = new TreeMap<>();
  long closedDay = NEVER;

  public PeerGroup(DriftSettings settings) {
    this(settings, PeerLimits.defaults());
  }

  public PeerGroup(DriftSettings settings, PeerLimits limits) {
    this.settings = settings;
    this.limits = limits;
  }

  /**
   * Takes in what an agent did. Of more than {@value #MOST_AGENTS} agents on one day those with the
   * first ids are kept, of more days than the windows hold the latest.
   *
   * @return whether it was in time: not if its day is closed, or older than all that are kept
   */
  public boolean add(DayMix mix) {
    if (mix.day() <= closedDay) {
      return false;
    }
    TreeMap<String, DayMix> day = open.computeIfAbsent(mix.day(), absent -> new TreeMap<>());
    day.put(mix.agent().id(), mix);
    if (day.size() > MOST_AGENTS) {
      day.pollLastEntry();
    }
    if (open.size() > settings.keptDays()) {
      open.pollFirstEntry();
    }
    return open.containsKey(mix.day());
  }

  /**
   * Judges a day that is over. To be called day by day; what was told of earlier days that were
   * left out is forgotten.
   *
   * @param cohort the name of the peers together
   * @param day counted from the epoch
   * @return what was found, at most one for each agent and dimension; none for a day closed before
   */
  public List<DriftEvent> close(String cohort, long day) {
    if (day <= closedDay) {
      return List.of();
    }
    closedDay = day;
    members.values().forEach(member -> member.acceptDue(day));
    TreeMap<String, DayMix> told = open.getOrDefault(day, new TreeMap<>());
    open.headMap(day, true).clear();
    told.keySet().forEach(id -> member(id).seen(day));
    List<DriftEvent> found = new ArrayList<>();
    for (DriftDimension dimension : DayMix.DIMENSIONS) {
      found.addAll(new PeerDivergence(dimension, day, told, members, limits).judge(cohort));
    }
    forget();
    return found;
  }

  private PeerMember member(String agentId) {
    return members.computeIfAbsent(agentId, absent -> new PeerMember(settings));
  }

  /** Forgets agents of whom no day is left, and of too many those that are silent longest. */
  private void forget() {
    members.values().removeIf(member -> member.lastDay() <= closedDay - settings.keptDays());
    if (members.size() > MOST_AGENTS) {
      List<Map.Entry<String, PeerMember>> order = new ArrayList<>(members.entrySet());
      order.sort(Map.Entry.comparingByValue(Comparator.comparingLong(member -> -member.lastDay())));
      order.subList(MOST_AGENTS, order.size()).stream()
          .map(Map.Entry::getKey)
          .toList()
          .forEach(members::remove);
    }
  }

  /**
   * Makes the distance that an agent has from its peers now its reference, in one dimension. Does
   * nothing if no divergence is open there.
   */
  public void accept(String agentId, DriftDimension dimension) {
    if (members.containsKey(agentId)) {
      members.get(agentId).accept(dimension, closedDay);
    }
  }

  /** The latest day of which anything was told; 0, the epoch's, if nothing was. */
  public long lastDay() {
    return Math.max(Math.max(0, closedDay), open.isEmpty() ? 0 : open.lastKey());
  }

  /** Whether anything was told of a day that is not closed. */
  public boolean hasOpenDay() {
    return !open.isEmpty();
  }

  /** Whether nothing is known that a later day could be judged by. */
  public boolean isEmpty() {
    return members.isEmpty() && open.isEmpty();
  }
}
