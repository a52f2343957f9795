package io.driftline.relation;

import io.driftline.activity.Requester;
import io.driftline.registry.Right;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who has which agents act, and what those do where. Everything is in order of names. */
public final class AccessGraph {

  private static final SortedMap<String, Use> NO_CALLS = new TreeMap<>();
  private static final SortedMap<String, Access> NO_ACCESS = new TreeMap<>();

  private final SortedMap<Requester, SortedMap<String, Use>> calls = new TreeMap<>(Parties.ORDER);
  private final SortedMap<String, SortedMap<String, Access>> accesses = new TreeMap<>();
  private final Map<Deed, Use> deeds = new TreeMap<>();

  private AccessGraph() {}

  /** What was done for whom: the caller, whichever way, the agent that acted, and the system. */
  private record Deed(Requester caller, String agentId, String system) implements Comparable<Deed> {

    @Override
    public int compareTo(Deed other) {
      int byCaller = Parties.ORDER.compare(caller, other.caller);
      int byAgent = byCaller != 0 ? byCaller : agentId.compareTo(other.agentId);
      return byAgent != 0 ? byAgent : system.compareTo(other.system);
    }
  }

  /** The graph of these edges, each of which must be there once. */
  public static AccessGraph of(Collection<Edge> edges) {
    AccessGraph graph = new AccessGraph();
    edges.forEach(graph::add);
    return graph;
  }

  /** Everybody who has agents act; {@code null} among them stands for nobody known. */
  public Collection<Requester> parties() {
    return Collections.unmodifiableSet(calls.keySet());
  }

  /** The agents that were called, and those that acted. */
  public SortedSet<String> agents() {
    SortedSet<String> agents = new TreeSet<>(accesses.keySet());
    calls.values().forEach(called -> agents.addAll(called.keySet()));
    calls.keySet().stream().filter(Parties::isAgent).map(Requester::id).forEach(agents::add);
    return agents;
  }

  /** The systems that were acted upon. */
  public SortedSet<String> systems() {
    SortedSet<String> systems = new TreeSet<>();
    accesses.values().forEach(bySystem -> systems.addAll(bySystem.keySet()));
    return systems;
  }

  /** The agents that a party called itself, and how many actions came of it. */
  public SortedMap<String, Use> calls(Requester party) {
    return Collections.unmodifiableSortedMap(calls.getOrDefault(party, NO_CALLS));
  }

  /** What an agent did, by system. */
  public SortedMap<String, Access> accesses(String agentId) {
    return Collections.unmodifiableSortedMap(accesses.getOrDefault(agentId, NO_ACCESS));
  }

  /**
   * What an agent did on a system for a party, which may have called it through others.
   *
   * @return {@code null} if it did nothing
   */
  public Use done(Requester party, String agentId, String system) {
    return deeds.get(new Deed(party, agentId, system));
  }

  /** The rights that an agent used. */
  public List<Right> rightsUsed(String agentId) {
    List<Right> rights = new ArrayList<>();
    accesses(agentId)
        .forEach((system, access) -> rights.addAll(UsedRights.of(system, access.permissions())));
    return rights;
  }

  /** Time of the latest action, epoch milliseconds; {@link Long#MIN_VALUE} if there is none. */
  public long latest() {
    return deeds.values().stream().mapToLong(Use::lastSeen).max().orElse(Long.MIN_VALUE);
  }

  private void add(Edge edge) {
    Use use = Use.of(edge);
    accesses
        .computeIfAbsent(edge.agentId(), agent -> new TreeMap<>())
        .merge(edge.system(), Access.of(edge), Access::and);
    Requester caller = edge.requester();
    for (String called : edge.chain()) {
      call(caller, called, edge, use);
      caller = Parties.agent(called);
    }
    call(caller, edge.agentId(), edge, use);
  }

  private void call(Requester caller, String called, Edge edge, Use use) {
    calls.computeIfAbsent(caller, party -> new TreeMap<>()).merge(called, use, Use::and);
    deeds.merge(new Deed(caller, edge.agentId(), edge.system()), use, Use::and);
  }
}
