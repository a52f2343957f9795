package io.driftline.job.cli.relation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.Requester;
import io.driftline.relation.AccessGraph;
import io.driftline.relation.Edge;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class GraphMlTest {

  private static final String HOSTILE = "a]]>&<b>\"'\u001b\u0000\uffff\ud800 漢";
  private static final List<Edge> EDGES =
      List.of(
          edge("payer", new Requester("ann", Requester.Type.USER), List.of("planner"), "bank"),
          edge("payer", new Requester("x", null), List.of(), "erp"),
          edge("bank", null, List.of(), "bank"),
          edge(HOSTILE, new Requester(HOSTILE, Requester.Type.USER), List.of(), HOSTILE));

  @Test
  void isWellFormedAndDeclaresEveryAttribute() throws Exception {
    Document document = parsed();
    Map<String, String> declared = new HashMap<>();
    for (Element key : elements(document, "key")) {
      declared.put(key.getAttribute("id"), key.getAttribute("for"));
    }
    for (Element data : elements(document, "data")) {
      assertThat(declared.get(data.getAttribute("key")))
          .isEqualTo(data.getParentNode().getNodeName());
    }
  }

  @Test
  void everyEdgeJoinsNodesThatAreThereOnce() throws Exception {
    Set<String> nodes = new HashSet<>();
    for (Element node : elements(parsed(), "node")) {
      assertThat(node.getAttribute("id")).matches("n\\d+");
      assertThat(nodes.add(node.getAttribute("id"))).isTrue();
    }
    Set<String> ids = new HashSet<>();
    for (Element edge : elements(parsed(), "edge")) {
      assertThat(ids.add(edge.getAttribute("id"))).isTrue();
      assertThat(nodes).contains(edge.getAttribute("source"), edge.getAttribute("target"));
    }
  }

  @Test
  void tellsCallsAndWhatAgentsActOn() throws Exception {
    Map<String, String> labels = new HashMap<>();
    for (Element node : elements(parsed(), "node")) {
      labels.put(node.getAttribute("id"), data(node, "kind") + " " + data(node, "label"));
    }
    List<String> told = new ArrayList<>();
    for (Element edge : elements(parsed(), "edge")) {
      told.add(
          "%s %s %s %s"
              .formatted(
                  labels.get(edge.getAttribute("source")),
                  data(edge, "relation"),
                  labels.get(edge.getAttribute("target")),
                  data(edge, "count")));
    }
    String hostile = "a]]>&<b>\"'\ufffd\ufffd\ufffd\ufffd 漢";
    assertThat(told)
        .containsExactlyInAnyOrder(
            "user ann calls agent planner 2",
            "agent planner calls agent payer 2",
            "unknown x calls agent payer 2",
            "unknown nobody known calls agent bank 2",
            "user " + hostile + " calls agent " + hostile + " 2",
            "agent payer acts_on system bank 2",
            "agent payer acts_on system erp 2",
            "agent bank acts_on system bank 2",
            "agent " + hostile + " acts_on system " + hostile + " 2");
  }

  private static Document parsed() throws Exception {
    String text = GraphMl.of(AccessGraph.of(EDGES));
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static String data(Element element, String key) {
    NodeList nodes = element.getElementsByTagName("data");
    for (int i = 0; i < nodes.getLength(); i++) {
      Element data = (Element) nodes.item(i);
      if (data.getAttribute("key").equals(key)) {
        return data.getTextContent();
      }
    }
    throw new AssertionError("no " + key);
  }

  private static Edge edge(String agent, Requester requester, List<String> chain, String system) {
    return new Edge(agent, requester, chain, system, List.of("do"), 2, 0, 1, false);
  }
}
