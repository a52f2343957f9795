package io.driftline.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.driftline.activity.AgentAction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DriftMonitorTest {

  @Test
  void findsHardlyAnythingInAgentsThatKeepTheirHabits() {
    int found = 0;
    for (long seed = 0; seed < 20; seed++) {
      found += drifts(new WorkingAgent(seed).works(120)).size();
    }
    assertTrue(found <= 1, found + " drifts in 20 agents over 120 days");
  }

  @Test
  void tellsOneNewSystemAWeek() {
    WorkingAgent agent = new WorkingAgent(1).works(60);
    long onset = agent.today();
    agent.on("crm", "crm", "crm", "mail", "mail", "wiki", "billing").works(7);
    agent.on("crm", "crm", "crm", "mail", "mail", "wiki", "billing", "vault").works(14);
    DriftSignal growth = first(agent, DriftKind.GROWTH, DriftDimension.SYSTEM);
    assertEquals(onset, CalendarDay.of(growth.began()));
    assertTrue(growth.found() <= CalendarDay.start(onset + 21));
    assertEquals(List.of("billing", "vault"), values(growth));
    assertEquals(3, growth.before());
    assertEquals(5, growth.after());
    assertTrue(growth.significance() < 0.1, "p " + growth.significance());
  }

  @Test
  void namesTheFirstEventsOfWhatIsNew() {
    WorkingAgent agent = new WorkingAgent(1).works(60);
    agent.on("crm", "mail", "wiki", "billing").works(3);
    agent.on("crm", "mail", "wiki", "billing", "vault").works(11);
    DriftSignal growth = first(agent, DriftKind.GROWTH, DriftDimension.SYSTEM);
    List<String> firsts =
        List.of("billing", "vault").stream()
            .map(system -> firstOn(system, agent.actions()))
            .sorted(Comparator.comparing(AgentAction::time))
            .map(AgentAction::eventId)
            .toList();
    assertEquals(firsts, growth.evidence());
  }

  @Test
  void tellsAChangeOfPurposeWithWhatGrewAndShrank() {
    WorkingAgent agent = new WorkingAgent(2).works(60);
    agent.on("mail", "wiki", "wiki", "wiki", "wiki").works(14);
    DriftSignal shift = first(agent, DriftKind.MIX_SHIFT, DriftDimension.SYSTEM);
    ShareChange wiki = change(shift, "wiki");
    ShareChange crm = change(shift, "crm");
    assertTrue(wiki.grew() && wiki.after() > 0.3, wiki.toString());
    assertFalse(crm.grew());
    assertEquals(WorkingAgent.START + 60, CalendarDay.of(shift.began()), 3);
  }

  @Test
  void tellsALastingRiseOfVolumeAndOfFailures() {
    WorkingAgent agent = new WorkingAgent(3).works(60).withSessions(16).works(21);
    DriftSignal volume = first(agent, DriftKind.LEVEL_SHIFT, DriftDimension.VOLUME);
    assertTrue(volume.strength() > 2 && volume.after() > volume.before(), volume.toString());
    assertEquals(WorkingAgent.START + 60, CalendarDay.of(volume.began()), 3);
    WorkingAgent failing = new WorkingAgent(4).works(60).withFailures(0.25).works(21);
    DriftSignal errors = first(failing, DriftKind.LEVEL_SHIFT, DriftDimension.ERRORS);
    assertEquals(0.25, errors.after(), 0.08);
    assertTrue(errors.significance() < 0.01, "p " + errors.significance());
  }

  @Test
  void aSpikeIsNoDrift() {
    WorkingAgent agent = new WorkingAgent(5).works(60).withSessions(48).works(1).withSessions(6);
    agent.on("vault").session(200);
    agent.on("crm", "crm", "crm", "mail", "mail", "wiki").works(40);
    assertEquals(List.of(), drifts(agent));
  }

  @Test
  void aHolidayIsNoDrift() {
    WorkingAgent agent = new WorkingAgent(6).works(61).withSessions(2).works(4).withSessions(6);
    assertEquals(List.of(), drifts(agent.works(40)));
  }

  @Test
  void aDriftIsRaisedOnceUntilItIsAccepted() {
    WorkingAgent agent = new WorkingAgent(7).works(60).on("wiki", "wiki", "mail").works(80);
    List<DriftSignal> systems =
        drifts(agent).stream()
            .filter(signal -> signal.topic().equals(topic(DriftKind.MIX_SHIFT)))
            .toList();
    assertEquals(1, systems.size(), systems.toString());
  }

  @Test
  void whatWasAcceptedEarlyIsTheReferenceFromThen() {
    WorkingAgent agent = new WorkingAgent(8).works(60).on("wiki", "wiki", "mail").works(12);
    DriftMonitor monitor = new DriftMonitor(DriftSettings.defaults());
    Watching.all(monitor, agent.actions(), agent.today());
    monitor.accept(DriftKind.MIX_SHIFT, DriftDimension.SYSTEM);
    int before = agent.actions().size();
    agent.works(30);
    List<AgentAction> rest = agent.actions().subList(before, agent.actions().size());
    assertEquals(
        Set.of(),
        Watching.all(monitor, rest, agent.today()).stream()
            .filter(signal -> signal.kind() == DriftKind.MIX_SHIFT)
            .filter(signal -> signal.dimension() == DriftDimension.SYSTEM)
            .collect(Collectors.toSet()));
  }

  @Test
  void aChangeThatComesWithANewVersionIsAttributedToIt() {
    WorkingAgent agent = new WorkingAgent(9).works(60).withVersion("2.0");
    agent.on("crm", "wiki", "wiki", "wiki", "wiki").works(14);
    assertEquals("2.0", first(agent, DriftKind.MIX_SHIFT, DriftDimension.SYSTEM).version());
    WorkingAgent unversioned = new WorkingAgent(9).works(60);
    unversioned.on("crm", "wiki", "wiki", "wiki", "wiki").works(14);
    DriftSignal shift = first(unversioned, DriftKind.MIX_SHIFT, DriftDimension.SYSTEM);
    assertEquals(null, shift.version());
  }

  @Test
  void theOrderOfActionsWithinTheLatenessMakesNoDifference() {
    WorkingAgent agent = new WorkingAgent(10).works(60);
    agent.on("crm", "mail", "wiki", "billing", "vault").withSessions(12).works(30);
    List<DriftSignal> inOrder = drifts(agent);
    assertNotEquals(List.of(), inOrder);
    for (long seed = 0; seed < 5; seed++) {
      List<AgentAction> shuffled = shuffledWithin(agent.actions(), 7_200_000, new Random(seed));
      assertEquals(inOrder, Watching.all(shuffled, agent.today()));
    }
  }

  @Test
  void anActionOlderThanTheDaysKeptIsNotCounted() {
    WorkingAgent agent = new WorkingAgent(11).works(60);
    DriftMonitor monitor = new DriftMonitor(DriftSettings.defaults());
    AgentAction old = agent.actions().get(0);
    Watching.all(monitor, agent.actions(), agent.today());
    assertFalse(monitor.observe(old));
  }

  @Test
  void stopsWatchingWhenEveryDayThatIsKeptIsEmpty() {
    WorkingAgent agent = new WorkingAgent(12).works(5);
    DriftMonitor monitor = new DriftMonitor(DriftSettings.defaults());
    Watching.all(monitor, agent.actions(), agent.today());
    assertTrue(monitor.isWatching(agent.today() + 30));
    assertFalse(monitor.isWatching(agent.today() + 50));
  }

  @Test
  void manyValuesTakeNoMoreRoomThanTheirBound() {
    WorkingAgent agent = new WorkingAgent(13);
    for (int day = 0; day < 30; day++) {
      String[] systems = new String[200];
      for (int i = 0; i < systems.length; i++) {
        systems[i] = "system-" + day + "-" + i;
      }
      agent.on(systems).withSessions(40).works(1);
    }
    DriftMonitor monitor = new DriftMonitor(DriftSettings.defaults());
    Watching.all(monitor, agent.actions(), agent.today());
    int most = 6 * DriftSettings.defaults().maxValues() * 5;
    assertTrue(monitor.mixes.values().stream().mapToInt(mix -> mix.values().size()).sum() <= most);
    assertEquals(EnumSet.copyOf(DriftDimension.MIXES), EnumSet.copyOf(monitor.mixes.keySet()));
  }

  private static List<DriftSignal> drifts(WorkingAgent agent) {
    return Watching.all(agent.actions(), agent.today());
  }

  private static DriftSignal first(WorkingAgent agent, DriftKind kind, DriftDimension dimension) {
    List<DriftSignal> all = drifts(agent);
    return all.stream()
        .filter(signal -> signal.kind() == kind && signal.dimension() == dimension)
        .findFirst()
        .orElseThrow(() -> new AssertionError("not among " + all));
  }

  private static DriftTopic topic(DriftKind kind) {
    return new DriftTopic(kind, DriftDimension.SYSTEM);
  }

  private static ShareChange change(DriftSignal signal, String value) {
    return signal.changes().stream().filter(c -> value.equals(c.value())).findFirst().orElseThrow();
  }

  private static List<String> values(DriftSignal signal) {
    return signal.changes().stream().map(ShareChange::value).toList();
  }

  private static AgentAction firstOn(String system, List<AgentAction> actions) {
    return actions.stream().filter(a -> a.system().equals(system)).findFirst().orElseThrow();
  }

  /** In an order in which no action comes later than one that is so much younger. */
  private static List<AgentAction> shuffledWithin(
      List<AgentAction> actions, int millis, Random random) {
    List<AgentAction> shuffled = new ArrayList<>(actions);
    var arrival =
        actions.stream()
            .collect(
                Collectors.toMap(
                    AgentAction::eventId, a -> a.timeMillis() + random.nextInt(millis)));
    shuffled.sort(Comparator.comparing(action -> arrival.get(action.eventId())));
    assertNotEquals(actions, shuffled);
    return Collections.unmodifiableList(shuffled);
  }
}
