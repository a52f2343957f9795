package io.driftline.job.cli.relation;

import io.driftline.activity.Requester;
import io.driftline.feature.SensitivityTable;
import io.driftline.posture.BlastRadius;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Right;
import io.driftline.relation.AccessGraph;
import io.driftline.relation.Parties;
import io.driftline.relation.Reachability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far harm reaches through one agent, or through whoever has agents act.
 *
 * @param agentId the agent; {@code null} for a party
 * @param party whoever has agents act; {@code null} for an agent
 * @param used over the rights that were used
 * @param granted over the rights that the registry grants at the time of the latest action; {@code
 *     null} if it declares none
 */
record Blast(String agentId, Requester party, BlastRadius used, BlastRadius granted) {

  /** The worst first, then by names. */
  private static final Comparator<Blast> ORDER =
      Comparator.comparingDouble((Blast blast) -> -blast.used().harm())
          .thenComparingInt(blast -> -blast.used().systems())
          .thenComparing(Blast::agentId, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Blast::party, Parties.ORDER);

  /** Of all agents, then of all people and schedules. */
  static List<Blast> all(
      AccessGraph graph, List<AgentRecord> registry, SensitivityTable sensitivity) {
    Survey survey = new Survey(graph, granted(graph, registry), sensitivity);
    List<Blast> all = new ArrayList<>();
    graph.agents().stream().map(survey::ofAgent).sorted(ORDER).forEach(all::add);
    graph.parties().stream()
        .filter(party -> party != null && !Parties.isAgent(party))
        .map(survey::ofParty)
        .sorted(ORDER)
        .forEach(all::add);
    return all;
  }

  /** Which rights are granted to whom; an agent whose grants are not declared is not in it. */
  private static Map<String, List<Right>> granted(AccessGraph graph, List<AgentRecord> registry) {
    Instant latest = Instant.ofEpochMilli(graph.latest());
    Map<String, List<Right>> granted = new HashMap<>();
    for (AgentRecord agent : registry) {
      if (agent.grants() != null) {
        granted.put(agent.agentId(), agent.rightsAt(latest));
      }
    }
    return granted;
  }

  private record Survey(
      AccessGraph graph, Map<String, List<Right>> granted, SensitivityTable sensitivity) {

    Blast ofAgent(String agent) {
      List<Right> rights = granted.get(agent);
      return new Blast(
          agent,
          null,
          BlastRadius.of(graph.rightsUsed(agent), sensitivity),
          rights == null ? null : BlastRadius.of(rights, sensitivity));
    }

    Blast ofParty(Requester party) {
      Reachability reachability = new Reachability(graph);
      boolean declared = granted.keySet().containsAll(reachability.paths(party).keySet());
      return new Blast(
          null,
          party,
          reachability.radius(party, graph::rightsUsed, sensitivity),
          declared ? reachability.radius(party, granted::get, sensitivity) : null);
    }
  }
}
