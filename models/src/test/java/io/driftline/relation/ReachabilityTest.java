package io.driftline.relation;

import static io.driftline.relation.Relations.ANN;
import static io.driftline.relation.Relations.BOB;
import static io.driftline.relation.Relations.NIGHTLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.Requester;
import io.driftline.feature.SensitivityTable;
import io.driftline.posture.BlastRadius;
import io.driftline.registry.Right;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReachabilityTest {

  private final List<Edge> edges = new ArrayList<>();

  @Test
  void aPersonReachesWhatAnAgentDidForAnybody() {
    edge(ANN, "sales", "crm", "crm:read");
    edge(BOB, "sales", "billing", "billing:write");
    assertThat(told(ANN))
        .containsExactly("ann > sales > billing, none yet", "ann > sales > crm, 1 done");
  }

  @Test
  void aPersonReachesThroughChainsOfAgents() {
    edge(ANN, "planner", "wiki", "wiki:read");
    edge(Parties.agent("planner"), "payer", "bank", "bank:transfer");
    edge(BOB, "payer", "erp", "erp:read", "clerk");
    assertThat(told(ANN))
        .containsExactly(
            "ann > planner > wiki, 1 done",
            "ann > planner > payer > bank, none yet",
            "ann > planner > payer > erp, none yet");
    assertThat(told(BOB))
        .containsExactly(
            "bob > clerk > payer > bank, none yet", "bob > clerk > payer > erp, 1 done");
    assertThat(told(Parties.agent("clerk")))
        .containsExactly("clerk > payer > bank, none yet", "clerk > payer > erp, 1 done");
  }

  @Test
  void theShortestWayIsTold() {
    edge(ANN, "b", "x", null);
    edge(Parties.agent("b"), "c", "y", null);
    edge(ANN, "c", "y", null, "a", "b");
    edge(ANN, "c", "y", null);
    assertThat(told(ANN)).containsExactly("ann > b > x, 1 done", "ann > c > y, 2 done");
  }

  @Test
  void agentsThatCallEachOtherInALoopDoNotReachThemselves() {
    edge(Parties.agent("a"), "b", "x", null);
    edge(Parties.agent("b"), "a", "y", null);
    assertThat(told(Parties.agent("a"))).containsExactly("a > b > x, 1 done");
    edge(NIGHTLY, "a", "y", null);
    assertThat(told(NIGHTLY))
        .containsExactly("nightly > a > y, 1 done", "nightly > a > b > x, none yet");
  }

  @Test
  void whatIsDoneForNobodyKnownIsReachedByNobodyKnown() {
    edge(null, "sales", "crm", "crm:read");
    assertThat(told(null)).containsExactly("nobody > sales > crm, 1 done");
    assertThat(AccessGraph.of(edges).parties()).containsExactly((Requester) null);
  }

  @Test
  void everybodyIsToldInOrder() {
    edge(null, "a", "x", null);
    edge(NIGHTLY, "a", "x", null);
    edge(Parties.agent("b"), "a", "x", null);
    edge(BOB, "a", "x", null);
    edge(ANN, "a", "x", null);
    assertThat(reachability().all())
        .extracting(reach -> reach.party() == null ? "nobody" : reach.party().id())
        .containsExactly("ann", "bob", "b", "nightly", "nobody");
  }

  @Test
  void harmReachesAsFarAsAllAgentsWithinReachTogether() {
    edge(ANN, "planner", "wiki", "wiki:read");
    edge(Parties.agent("planner"), "payer", "bank", "bank:transfer");
    edge(BOB, "reader", "wiki", "wiki:read");
    AccessGraph graph = AccessGraph.of(edges);
    assertThat(radius(graph, ANN)).isEqualTo(new BlastRadius(2, 1));
    assertThat(radius(graph, BOB)).isEqualTo(new BlastRadius(1, 0));
  }

  @Test
  void anAsteriskInAnEventIsNoPattern() {
    edge(ANN, "a", "*", "b:*");
    edge(ANN, "a", "s3", "s3:Get*Object");
    edge(ANN, "a", "mute", null);
    AccessGraph graph = AccessGraph.of(edges);
    assertThat(graph.rightsUsed("a")).hasSize(3).noneMatch(Right::isPattern);
    assertThat(radius(graph, ANN).systems()).isEqualTo(3);
  }

  @Test
  void knowsWhatIsInIt() {
    edge(ANN, "payer", "bank", "bank:transfer", "planner");
    AccessGraph graph = AccessGraph.of(edges);
    assertThat(graph.agents()).containsExactly("payer", "planner");
    assertThat(graph.systems()).containsExactly("bank");
    assertThat(graph.calls(ANN)).containsOnlyKeys("planner");
    assertThat(graph.calls(BOB)).isEmpty();
    assertThat(graph.accesses("planner")).isEmpty();
    assertThat(graph.latest()).isEqualTo(1);
  }

  private static BlastRadius radius(AccessGraph graph, Requester party) {
    return new Reachability(graph).radius(party, graph::rightsUsed, SensitivityTable.shipped());
  }

  private Reachability reachability() {
    return new Reachability(AccessGraph.of(edges));
  }

  private List<String> told(Requester party) {
    return reachability().of(party).stream().map(ReachabilityTest::line).toList();
  }

  private static String line(Reach reach) {
    String party = reach.party() == null ? "nobody" : reach.party().id();
    Stream<String> way =
        Stream.of(Stream.of(party), reach.path().stream(), Stream.of(reach.system()))
            .flatMap(each -> each);
    return String.join(" > ", way.toList())
        + (reach.use() == null ? ", none yet" : ", " + reach.use().count() + " done");
  }

  private void edge(
      Requester requester, String agent, String system, String permission, String... chain) {
    List<String> permissions = permission == null ? List.of() : List.of(permission);
    edges.add(
        new Edge(agent, requester, Arrays.asList(chain), system, permissions, 1, 1, 1, false));
  }
}
