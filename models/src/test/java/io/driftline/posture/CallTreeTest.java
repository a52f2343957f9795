package io.driftline.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.Requester;
import io.driftline.activity.Requester.Type;
import io.driftline.baseline.Damage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CallTreeTest {

  private static final Requester ANN = new Requester("ann", Type.USER);
  private static final long EVER = Long.MAX_VALUE;

  private final CallTree tree = new CallTree();

  @Test
  void aPersonWhoAsksTheAgentItselfStandsAtTheEndOfAnEmptyChain() {
    expect(Deed.of("a", 1).askedByUser("ann"), EVER, ANN, true);
  }

  @Test
  void aChainOfThreeIsFollowedBackToThePersonWhoAskedTheFirst() {
    noteThreeDeep();
    expect(Deed.of("c", 3).calledBy("b"), EVER, ANN, true, "a", "b");
    expect(Deed.of("b", 2).calledBy("a"), EVER, ANN, true, "a");
  }

  @Test
  void aRequestingAgentIsTheCallerIfNoParentIsNamed() {
    noteThreeDeep();
    expect(Deed.of("c", 3).askedBy("b", Type.AGENT), EVER, ANN, true, "a", "b");
    expect(Deed.of("c", 3).askedBy("x", Type.AGENT).calledBy("b"), EVER, ANN, true, "a", "b");
  }

  @Test
  void aPersonWhoIsStatedIsTakenAsStatedAndTheChainIsFollowedAllTheSame() {
    noteThreeDeep();
    Requester bob = new Requester("bob", Type.USER);
    expect(Deed.of("c", 3).askedByUser("bob").calledBy("b"), EVER, bob, true, "a", "b");
  }

  @Test
  void theNearestStatementOnTheWayBackCounts() {
    tree.note(Deed.of("a", 1).askedByUser("ann").call());
    tree.note(Deed.of("b", 2).askedByUser("bob").calledBy("a").call());
    expect(Deed.of("c", 3).calledBy("b"), EVER, new Requester("bob", Type.USER), true, "a", "b");
  }

  @Test
  void aScheduleThatAskedTheFirstIsTheRequester() {
    tree.note(Deed.of("a", 1).askedBy("nightly", Type.SCHEDULE).call());
    Requester nightly = new Requester("nightly", Type.SCHEDULE);
    expect(Deed.of("b", 2).calledBy("a"), EVER, nightly, true, "a");
  }

  @Test
  void aCallerThatWasNeverHeardOfLeavesAGap() {
    tree.note(Deed.of("b", 2).calledBy("a").call());
    expect(Deed.of("c", 3).calledBy("b"), EVER, null, false, "a", "b");
    expect(Deed.of("d", 3).calledBy("x"), EVER, null, false, "x");
  }

  @Test
  void callsOfLaterActionsAreIgnored() {
    tree.note(Deed.of("a", 5).askedByUser("ann").call());
    expect(Deed.of("b", 3).calledBy("a"), 4, null, false, "a");
    expect(Deed.of("b", 3).calledBy("a"), 5, ANN, true, "a");
  }

  @Test
  void aCircleThatAPersonBeganIsFollowedOnceAround() {
    tree.note(Deed.of("a", 1).askedByUser("ann").call());
    tree.note(Deed.of("b", 2).calledBy("a").call());
    tree.note(Deed.of("a", 3).calledBy("b").call());
    expect(Deed.of("a", 3).calledBy("b"), EVER, ANN, true, "a", "b");
  }

  @Test
  void aCircleThatNobodyBeganEndsAndIsIncomplete() {
    tree.note(Deed.of("a", 1).calledBy("b").call());
    tree.note(Deed.of("b", 2).calledBy("a").call());
    expect(Deed.of("a", 3).calledBy("b"), EVER, null, false, "a", "b");
  }

  @Test
  void anAgentThatNamesItselfActsForWhoeverAskedIt() {
    tree.note(Deed.of("a", 1).askedByUser("ann").call());
    tree.note(Deed.of("a", 2).calledBy("a").call());
    expect(Deed.of("a", 2).calledBy("a"), EVER, ANN, true);
    tree.note(Deed.of("b", 3).calledBy("a").call());
    expect(Deed.of("b", 4).calledBy("b"), EVER, ANN, true, "a");
  }

  @Test
  void withoutATraceOnlyTheCallerIsKnown() {
    assertThat(Deed.of("c", 1).calledBy("b").call().authority().chain()).containsExactly("b");
    assertThat(Deed.of("c", 1).askedBy("b", Type.AGENT).call().authority())
        .satisfies(authority -> assertThat(authority.chain()).containsExactly("b"))
        .satisfies(authority -> assertThat(authority.requester()).isNull());
    assertThat(Deed.of("c", 1).calledBy("c").call().authority().chain()).isEmpty();
  }

  @Test
  void keepsTheSameHoweverTheCallsComeIn() {
    List<Call> calls = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      Deed deed = Deed.of("agent-" + random.nextInt(100), random.nextInt(1000));
      calls.add(
          random.nextInt(4) == 0
              ? deed.askedByUser("user-" + random.nextInt(9)).call()
              : deed.calledBy("agent-" + random.nextInt(100)).call());
    }
    calls.forEach(tree::note);
    Collections.shuffle(calls, random);
    CallTree other = new CallTree();
    calls.forEach(other::note);

    assertThat(tree.calls).hasSize(CallTree.MOST_AGENTS);
    assertThat(CallTreeCodec.encode(other)).isEqualTo(CallTreeCodec.encode(tree));
  }

  @Test
  void whatNobodyLearnsFromTakesNoRoom() {
    tree.note(Deed.of("a", 1).call());
    tree.note(Deed.of("b", 2).calledBy("b").call());
    assertThat(tree.calls).isEmpty();
    assertThat(tree.lastUsed()).isEqualTo(2);
  }

  @Test
  void isStoredAndReadBack() {
    noteThreeDeep();
    tree.note(Deed.of("d", 4).askedBy("somebody", null).call());
    byte[] stored = CallTreeCodec.encode(tree);
    CallTree read = CallTreeCodec.decode(stored);
    assertThat(read.calls).isEqualTo(tree.calls);
    assertThat(read.lastUsed()).isEqualTo(4);
    assertThat(CallTreeCodec.encode(read)).isEqualTo(stored);
    Damage.refusesVersion(stored, "call tree", 1, 1, CallTreeCodec::decode);
    Damage.refusesEveryTruncation(stored, CallTreeCodec::decode);
    Damage.survivesFlippedBits(stored, CallTreeCodec::decode);
  }

  private void noteThreeDeep() {
    tree.note(Deed.of("c", 3).calledBy("b").call());
    tree.note(Deed.of("b", 2).calledBy("a").call());
    tree.note(Deed.of("a", 1).askedByUser("ann").call());
  }

  private void expect(
      Deed deed, long asOf, Requester requester, boolean complete, String... chain) {
    TracedCall traced = tree.trace(deed.call(), asOf);
    assertThat(traced.authority().requester()).isEqualTo(requester);
    assertThat(traced.authority().chain()).containsExactly(chain);
    assertThat(traced.complete()).isEqualTo(complete);
  }
}
