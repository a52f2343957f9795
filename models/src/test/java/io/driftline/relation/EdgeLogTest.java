package io.driftline.relation;

import static io.driftline.relation.Relations.ANN;
import static io.driftline.relation.Relations.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.driftline.activity.AgentAction;
import io.driftline.activity.Requester;
import io.driftline.baseline.Damage;
import io.driftline.registry.Authority;
import io.driftline.registry.AuthorityVerdict;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EdgeLogTest {

  private static final RelationLimits LIMITS = new RelationLimits(3, 2);

  private final EdgeLog log = new EdgeLog(LIMITS);

  @Test
  void anEdgeIsNewOnce() {
    assertThat(add(ANN, "crm", "crm:read", 10))
        .isEqualTo(edge(ANN, "crm", List.of("crm:read"), 1, 10, 10, true));
    assertThat(add(ANN, "crm", "crm:write", 20)).isNull();
    assertThat(add(BOB, "crm", "crm:read", 30)).isNotNull();
    assertThat(add(ANN, "mail", "mail:send", 40)).isNotNull();
  }

  @Test
  void whatChangedIsToldOnce() {
    add(ANN, "crm", "crm:read", 20);
    add(BOB, "crm", "crm:read", 30);
    assertThat(log.tell("agent")).isEmpty();
    add(ANN, "crm", null, 10);
    assertThat(log.tell("agent"))
        .containsExactly(edge(ANN, "crm", List.of("crm:read"), 2, 10, 20, false));
    assertThat(log.tell("agent")).isEmpty();
  }

  @Test
  void theEdgeUnusedForLongestGoesAndIsNewWhenItComesBack() {
    add(ANN, "a", null, 10);
    add(ANN, "b", null, 20);
    add(ANN, "c", null, 30);
    add(ANN, "a", null, 40);
    assertThat(add(ANN, "d", null, 50)).isNotNull();
    assertThat(log.edges("agent")).extracting(Edge::system).containsExactly("a", "c", "d");
    assertThat(add(ANN, "a", null, 60)).isNull();
    assertThat(add(ANN, "b", null, 70)).isNotNull();
  }

  @Test
  void thePermissionUnusedForLongestGoes() {
    add(ANN, "crm", "crm:read", 10);
    add(ANN, "crm", "crm:write", 20);
    add(ANN, "crm", "crm:read", 30);
    add(ANN, "crm", "crm:delete", 40);
    assertThat(log.edges("agent").get(0).permissions()).containsExactly("crm:delete", "crm:read");
  }

  @Test
  void theFirstRequesterCountsBeforeTheOneThatTheEventStates() {
    Requester caller = new Requester("planner", Requester.Type.AGENT);
    Authority authority = new Authority(AuthorityVerdict.ENTITLED, ANN, List.of("planner"));
    Edge edge = log.add(Relations.action("agent", caller, "planner", "crm", null, 1), authority);
    assertThat(edge.requester()).isEqualTo(ANN);
    assertThat(edge.chain()).containsExactly("planner");
  }

  @Test
  void withoutAuthorityTheCallerIsWhomTheEventNames() {
    Requester caller = new Requester("planner", Requester.Type.AGENT);
    assertThat(call(caller, "planner")).isEqualTo(new Call(caller, List.of()));
    assertThat(call(ANN, "planner")).isEqualTo(new Call(ANN, List.of("planner")));
    assertThat(call(null, "planner")).isEqualTo(new Call(null, List.of("planner")));
    assertThat(call(ANN, "agent")).isEqualTo(new Call(ANN, List.of()));
    Authority unknown = new Authority(AuthorityVerdict.NO_REQUESTER, null, List.of());
    assertThat(Call.of(Relations.action("agent", ANN, null, "crm", null, 1), unknown))
        .isEqualTo(new Call(ANN, List.of()));
  }

  @Test
  void aChainThatIsALoopIsCut() {
    List<String> loop = IntStream.range(0, 20).mapToObj(i -> "a" + i).toList();
    assertThat(new Call(ANN, loop).chain())
        .hasSize(Call.LONGEST_CHAIN)
        .startsWith("a12")
        .endsWith("a19");
  }

  @Test
  void anIdTellsEdgesApart() {
    Edge edge = edge(ANN, "crm", List.of(), 1, 1, 1, true);
    assertThat(edge.id()).matches("[0-9a-f]{16}");
    assertThat(edge(ANN, "crm", List.of("x"), 2, 1, 5, false).id()).isEqualTo(edge.id());
    assertThat(edge(BOB, "crm", List.of(), 1, 1, 1, true).id()).isNotEqualTo(edge.id());
    assertThat(edge(ANN, "mail", List.of(), 1, 1, 1, true).id()).isNotEqualTo(edge.id());
    assertThat(edge(null, "crm", List.of(), 1, 1, 1, true).id()).isNotEqualTo(edge.id());
    Requester agent = new Requester("ann", Requester.Type.AGENT);
    assertThat(edge(agent, "crm", List.of(), 1, 1, 1, true).id()).isNotEqualTo(edge.id());
    Edge longer = new Edge("agent", ANN, List.of("b"), "crm", List.of(), 1, 1, 1, true);
    assertThat(longer.id()).isNotEqualTo(edge.id());
    assertThat(edge.key()).isEqualTo("agent|" + edge.id());
  }

  @Test
  void refusesLimitsThatKeepNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RelationLimits(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new RelationLimits(1, 0));
  }

  @Test
  void isStoredAsItIs() {
    EdgeLogCodec codec = new EdgeLogCodec(LIMITS);
    EdgeLog restored = codec.decode(codec.encode(filled()));
    assertThat(restored).usingRecursiveComparison().isEqualTo(filled());
    assertThat(restored.lastSeen()).isEqualTo(30);
    assertThat(restored.tell("agent")).isEqualTo(filled().tell("agent")).hasSize(1);
  }

  @Test
  void refusesADamagedForm() {
    EdgeLogCodec codec = new EdgeLogCodec(LIMITS);
    byte[] stored = codec.encode(filled());
    Damage.refusesVersion(stored, "edge log", 1, 1, codec::decode);
    Damage.refusesEveryTruncation(stored, codec::decode);
    Damage.survivesFlippedBits(stored, codec::decode);
  }

  /** One edge of nobody, and one through a chain that changed since it was told. */
  private static EdgeLog filled() {
    EdgeLog log = new EdgeLog(LIMITS);
    log.add(Relations.action("agent", null, null, "crm", "crm:read", 10), null);
    AgentAction called = Relations.action("agent", ANN, "planner", "mail", "mail:send", 20);
    log.add(called, null);
    log.add(Relations.action("agent", ANN, "planner", "mail", "mail:read", 30), null);
    return log;
  }

  private static Call call(Requester requester, String parent) {
    return Call.of(Relations.action("agent", requester, parent, "crm", null, 1), null);
  }

  private Edge add(Requester requester, String system, String permission, long time) {
    return log.add(Relations.action("agent", requester, null, system, permission, time), null);
  }

  private static Edge edge(
      Requester requester,
      String system,
      List<String> permissions,
      long count,
      long first,
      long last,
      boolean isNew) {
    return new Edge("agent", requester, List.of(), system, permissions, count, first, last, isNew);
  }
}
