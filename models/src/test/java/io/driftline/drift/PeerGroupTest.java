package io.driftline.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PeerGroupTest {

  private static final DriftSettings SETTINGS = DriftSettings.defaults();
  private static final long START = WorkingPeers.START;
  private static final long CHANGE = START + 60;

  @Test
  void findsAnAgentThatChangesAloneWithinTenDays() {
    for (long seed = 0; seed < 5; seed++) {
      List<DriftEvent> found = oneChanges(12, seed, 3).until(CHANGE + 10);
      assertEquals(Set.of(WorkingPeers.id(3)), agents(found), "seed " + seed);
      assertEquals(Set.copyOf(DayMix.DIMENSIONS), dimensions(found), "seed " + seed);
    }
  }

  @Test
  void tellsSinceWhenHowFarAndInWhat() {
    DriftSignal signal = first(oneChanges(12, 1, 3).until(CHANGE + 14), DriftDimension.SYSTEM);
    assertEquals(DriftKind.PEER_DIVERGENCE, signal.kind());
    assertEquals(11, signal.peers());
    assertEquals(CHANGE, CalendarDay.of(signal.began()), 4);
    assertTrue(signal.after() >= signal.before() + 0.12, signal.toString());
    assertEquals(signal.after() - signal.before(), signal.strength());
    assertTrue(signal.significance() <= 0.05, signal.toString());
    assertTrue(change(signal, "vault").grew());
    assertEquals(0, change(signal, "vault").before());
    assertFalse(change(signal, "crm").grew());
    assertEquals(List.of(), signal.evidence());
  }

  @Test
  void saysItInOneSentence() {
    String summary = oneChanges(12, 1, 3).until(CHANGE + 14).get(0).summary();
    assertTrue(
        summary.matches(
            "agent-003 has come to differ from its 11 peers in the systems it uses since 2026-03-\\d\\d:"
                + " they are 0\\.\\d\\d apart instead of 0\\.\\d\\d \\(0 is alike, 1 is nothing in common\\);"
                + " \\S+ makes up \\d+ % of its use and \\d+ % of theirs,"
                + " \\S+ makes up \\d+ % of its use and \\d+ % of theirs,"
                + " \\S+ makes up \\d+ % of its use and \\d+ % of theirs\\."),
        summary);
  }

  @Test
  void findsTheOneThatAllOthersMoveAwayFrom() {
    List<DriftEvent> found =
        new WorkingPeers(
                12,
                1,
                (agent, day) ->
                    agent == 5 || day < CHANGE ? WorkingPeers.USUAL : WorkingPeers.OTHER)
            .until(CHANGE + 21);
    assertEquals(Set.of(WorkingPeers.id(5)), agents(found));
  }

  @Test
  void nobodyDivergesWhenAllChangeAlike() {
    WorkingPeers peers =
        new WorkingPeers(
            12, 1, (agent, day) -> day < CHANGE ? WorkingPeers.USUAL : WorkingPeers.OTHER);
    assertEquals(List.of(), peers.until(CHANGE + 40));
  }

  @Test
  void nobodyDivergesWhenTheCohortPartsInHalves() {
    for (long seed = 0; seed < 5; seed++) {
      List<DriftEvent> found =
          new WorkingPeers(
                  12,
                  seed,
                  (agent, day) ->
                      agent % 2 == 0 || day < CHANGE ? WorkingPeers.USUAL : WorkingPeers.OTHER)
              .until(CHANGE + 40);
      assertEquals(List.of(), found, "seed " + seed);
    }
  }

  @Test
  void fewerThanFiveOthersSayNothing() {
    assertEquals(List.of(), oneChanges(5, 1, 3).until(CHANGE + 21));
    assertEquals(Set.of(WorkingPeers.id(3)), agents(oneChanges(6, 1, 3).until(CHANGE + 21)));
  }

  @Test
  void aStableCohortStaysQuiet() {
    int alarms = 0;
    for (long seed = 0; seed < 10; seed++) {
      alarms += WorkingPeers.usual(20, seed).until(START + 120).size();
    }
    double agentYears = 10 * 20 * 120 / 365.0;
    assertTrue(alarms / agentYears <= 0.1, alarms + " in " + agentYears + " agent-years");
  }

  @Test
  void isRaisedOnceAndTheNewDistanceIsTheReferenceWhenItIsAccepted() {
    List<DriftEvent> found = oneChanges(12, 1, 3).until(CHANGE + 80);
    assertEquals(DayMix.DIMENSIONS.size(), found.size(), found.toString());
  }

  @Test
  void anAcceptedDivergenceIsRaisedAgainWhenTheAgentMovesOn() {
    String[] third = {"ledger", "ledger", "ledger", "payroll"};
    long again = CHANGE + 60;
    WorkingPeers peers =
        new WorkingPeers(
            12,
            1,
            (agent, day) ->
                agent != 3 || day < CHANGE
                    ? WorkingPeers.USUAL
                    : day < again ? new String[] {"crm", "mail", "vault"} : third);
    List<DriftEvent> systems =
        peers.until(again + 21).stream()
            .filter(event -> event.signal().dimension() == DriftDimension.SYSTEM)
            .toList();
    assertEquals(2, systems.size(), systems.toString());
    assertTrue(CalendarDay.of(systems.get(1).signal().began()) >= again - 1);
  }

  @Test
  void acceptingEarlyMakesTheDistanceTheReference() {
    WorkingPeers peers = oneChanges(12, 1, 3);
    PeerGroup group = new PeerGroup(SETTINGS);
    long day = START;
    while (close(group, peers, day).isEmpty()) {
      day++;
    }
    group.accept(WorkingPeers.id(3), DriftDimension.SYSTEM);
    group.accept("nobody", DriftDimension.SYSTEM);
    for (long end = day + 30; day < end; day++) {
      List<DriftEvent> found = close(group, peers, day + 1);
      assertFalse(dimensions(found).contains(DriftDimension.SYSTEM), found.toString());
    }
  }

  @Test
  void theOrderOfTellingMakesNoDifference() {
    WorkingPeers peers = oneChanges(12, 1, 3);
    PeerGroupCodec codec = new PeerGroupCodec(SETTINGS);
    PeerGroup inOrder = new PeerGroup(SETTINGS);
    PeerGroup shuffled = new PeerGroup(SETTINGS);
    Random random = new Random(1);
    for (long first = START; first < CHANGE + 14; first += 2) {
      List<DayMix> told = new ArrayList<>(peers.mixes(first));
      told.addAll(peers.mixes(first + 1));
      told.forEach(inOrder::add);
      Collections.shuffle(told, random);
      told.forEach(shuffled::add);
      for (long day = first; day < first + 2; day++) {
        assertEquals(
            inOrder.close(WorkingPeers.COHORT, day), shuffled.close(WorkingPeers.COHORT, day));
      }
    }
    assertArrayEquals(codec.encode(inOrder), codec.encode(shuffled));
  }

  @Test
  void whatIsToldOfAClosedDayIsLeftOut() {
    WorkingPeers peers = WorkingPeers.usual(6, 1);
    PeerGroup group = new PeerGroup(SETTINGS);
    assertTrue(group.add(peers.mix(0, START)));
    group.close(WorkingPeers.COHORT, START);
    assertFalse(group.add(peers.mix(1, START)));
    assertFalse(group.add(peers.mix(1, START - 1)));
    assertTrue(group.add(peers.mix(1, START + 1)));
    assertEquals(List.of(), group.close(WorkingPeers.COHORT, START));
  }

  @Test
  void isEmptyWhenEverybodyHasBeenSilentForLong() {
    PeerGroup group = new PeerGroup(SETTINGS);
    assertTrue(group.isEmpty());
    WorkingPeers.usual(6, 1).mixes(START).forEach(group::add);
    group.close(WorkingPeers.COHORT, START);
    group.close(WorkingPeers.COHORT, START + SETTINGS.keptDays() - 1);
    assertFalse(group.isEmpty());
    group.close(WorkingPeers.COHORT, START + SETTINGS.keptDays());
    assertTrue(group.isEmpty());
  }

  @Test
  void holdsNoMoreAgentsAndDaysThanItsBounds() {
    int many = PeerGroup.MOST_AGENTS + 10;
    WorkingPeers peers = WorkingPeers.usual(many, 1);
    PeerGroup group = new PeerGroup(SETTINGS);
    peers.mixes(START).subList(0, 10).forEach(group::add);
    group.close(WorkingPeers.COHORT, START);
    peers.mixes(START + 1).subList(10, many).forEach(group::add);
    assertEquals(PeerGroup.MOST_AGENTS, group.open.get(START + 1).size());
    group.close(WorkingPeers.COHORT, START + 1);
    assertEquals(PeerGroup.MOST_AGENTS, group.members.size());
    assertFalse(group.members.containsKey(WorkingPeers.id(0)), "silent longest");
    for (int day = 2; day < 100; day++) {
      assertTrue(group.add(peers.mix(0, START + day)));
    }
    assertEquals(SETTINGS.keptDays(), group.open.size());
    assertFalse(group.add(peers.mix(0, START + 2)));
  }

  private static WorkingPeers oneChanges(int agents, long seed, int changing) {
    return new WorkingPeers(
        agents,
        seed,
        (agent, day) ->
            agent != changing || day < CHANGE ? WorkingPeers.USUAL : WorkingPeers.OTHER);
  }

  private static List<DriftEvent> close(PeerGroup group, WorkingPeers peers, long day) {
    peers.mixes(day).forEach(group::add);
    return group.close(WorkingPeers.COHORT, day);
  }

  private static Set<String> agents(List<DriftEvent> found) {
    return found.stream().map(event -> event.agent().id()).collect(Collectors.toSet());
  }

  private static Set<DriftDimension> dimensions(List<DriftEvent> found) {
    return found.stream().map(event -> event.signal().dimension()).collect(Collectors.toSet());
  }

  private static DriftSignal first(List<DriftEvent> found, DriftDimension dimension) {
    return found.stream()
        .map(DriftEvent::signal)
        .filter(signal -> signal.dimension() == dimension)
        .findFirst()
        .orElseThrow(() -> new AssertionError("not among " + found));
  }

  private static ShareChange change(DriftSignal signal, String value) {
    return signal.changes().stream().filter(c -> value.equals(c.value())).findFirst().orElseThrow();
  }
}
