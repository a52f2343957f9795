package io.driftline.job.cli.relation;

import io.driftline.activity.Requester;
import io.driftline.job.cli.chart.XmlText;
import io.driftline.relation.Access;
import io.driftline.relation.AccessGraph;
import io.driftline.relation.Parties;
import io.driftline.relation.Use;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The graph as GraphML, which graph programs read: people, schedules, agents and systems are nodes;
 * a call, and what an agent does on a system, are edges.
 */
final class GraphMl {

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
      http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
        <key id="kind" for="node" attr.name="kind" attr.type="string"/>
        <key id="label" for="node" attr.name="label" attr.type="string"/>
        <key id="relation" for="edge" attr.name="relation" attr.type="string"/>
        <key id="permissions" for="edge" attr.name="permissions" attr.type="string"/>
        <key id="count" for="edge" attr.name="count" attr.type="long"/>
        <key id="first_seen" for="edge" attr.name="first_seen" attr.type="string"/>
        <key id="last_seen" for="edge" attr.name="last_seen" attr.type="string"/>
        <graph id="access" edgedefault="directed">
      """;
  private static final String NOBODY = "nobody known";

  private final Map<String, String> nodes = new HashMap<>();
  private final StringBuilder out = new StringBuilder(HEAD);
  private int edges;

  private GraphMl() {}

  /** A whole document; the same graph gives the same text. */
  static String of(AccessGraph graph) {
    GraphMl document = new GraphMl();
    graph.parties().forEach(party -> document.node(kind(party), id(party)));
    graph.agents().forEach(agent -> document.node("agent", agent));
    graph.systems().forEach(system -> document.node("system", system));
    graph.parties().forEach(party -> document.calls(graph, party));
    graph.agents().forEach(agent -> document.accesses(graph, agent));
    return document.out.append("  </graph>\n</graphml>\n").toString();
  }

  private void calls(AccessGraph graph, Requester party) {
    String source = nodes.get(key(kind(party), id(party)));
    graph
        .calls(party)
        .forEach((agent, use) -> edge(source, nodes.get(key("agent", agent)), "calls", null, use));
  }

  private void accesses(AccessGraph graph, String agent) {
    String source = nodes.get(key("agent", agent));
    graph
        .accesses(agent)
        .forEach(
            (system, access) ->
                edge(source, nodes.get(key("system", system)), "acts_on", access, access.use()));
  }

  /** Ids must be names in XML, which the names of agents need not be: nodes are numbered. */
  private void node(String kind, String label) {
    String id = "n" + nodes.size();
    if (nodes.putIfAbsent(key(kind, label), id) == null) {
      out.append("    <node id=\"").append(id).append("\">");
      data("kind", kind);
      data("label", label);
      out.append("</node>\n");
    }
  }

  private void edge(String source, String target, String relation, Access access, Use use) {
    out.append("    <edge id=\"e").append(edges++).append("\" source=\"").append(source);
    out.append("\" target=\"").append(target).append("\">");
    data("relation", relation);
    if (access != null) {
      data("permissions", String.join(" ", access.permissions()));
    }
    data("count", Long.toString(use.count()));
    data("first_seen", Instant.ofEpochMilli(use.firstSeen()).toString());
    data("last_seen", Instant.ofEpochMilli(use.lastSeen()).toString());
    out.append("</edge>\n");
  }

  private void data(String key, String value) {
    out.append("<data key=\"").append(key).append("\">");
    out.append(XmlText.escaped(value)).append("</data>");
  }

  private static String key(String kind, String label) {
    return kind + " " + label;
  }

  private static String kind(Requester party) {
    return party == null || party.type() == null
        ? "unknown"
        : Parties.isAgent(party) ? "agent" : party.type().code();
  }

  private static String id(Requester party) {
    return party == null ? NOBODY : party.id();
  }
}
