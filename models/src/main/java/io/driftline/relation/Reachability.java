package io.driftline.relation;

import io.driftline.activity.Requester;
import io.driftline.feature.SensitivityTable;
import io.driftline.posture.BlastRadius;
import io.driftline.registry.Right;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How far everybody reaches: a party reaches the agents that it called, those that they called for
 * whomever, and so on, and with them all that these agents do. Whether an agent would do it for
 * this party too is not known here; a graph only shows that nothing is in the way.
 */
public final class Reachability {

  private final AccessGraph graph;

  public Reachability(AccessGraph graph) {
    this.graph = graph;
  }

  /** What everybody reaches, party by party, nearer agents first. */
  public List<Reach> all() {
    return graph.parties().stream().flatMap(party -> of(party).stream()).toList();
  }

  /** What a party reaches, nearer agents first; {@code null} for nobody known. */
  public List<Reach> of(Requester party) {
    List<Reach> reached = new ArrayList<>();
    paths(party)
        .forEach(
            (agent, path) ->
                graph
                    .accesses(agent)
                    .forEach(
                        (system, access) ->
                            reached.add(
                                new Reach(
                                    party,
                                    path,
                                    system,
                                    access,
                                    graph.done(party, agent, system)))));
    return reached;
  }

  /**
   * How far harm reaches through a party: over all that the agents within its reach may do.
   *
   * @param rights of an agent, by its id
   */
  public BlastRadius radius(
      Requester party,
      Function<String, ? extends Collection<Right>> rights,
      SensitivityTable sensitivity) {
    List<Right> all = new ArrayList<>();
    paths(party).keySet().forEach(agent -> all.addAll(rights.apply(agent)));
    return BlastRadius.of(all, sensitivity);
  }

  /** The agents that a party reaches, nearer ones first, each with the shortest way there. */
  public Map<String, List<String>> paths(Requester party) {
    Map<String, List<String>> paths = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(extend(party, party, List.of(), paths));
    while (!open.isEmpty()) {
      String agent = open.remove();
      open.addAll(extend(party, Parties.agent(agent), paths.get(agent), paths));
    }
    return paths;
  }

  /** Adds the paths to agents that {@code caller} called and no path leads to yet. */
  private List<String> extend(
      Requester party, Requester caller, List<String> path, Map<String, List<String>> paths) {
    List<String> added = new ArrayList<>();
    for (String called : graph.calls(caller).keySet()) {
      boolean itself = Parties.isAgent(party) && party.id().equals(called);
      if (!itself && !paths.containsKey(called)) {
        List<String> longer = new ArrayList<>(path);
        longer.add(called);
        paths.put(called, longer);
        added.add(called);
      }
    }
    return added;
  }
}
