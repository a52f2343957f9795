package io.driftline.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.driftline.activity.AgentAction;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DayMixTest {

  @Test
  void countsInHowManyHoursOfTheRecentWindowEachValueWasUsed() {
    WorkingAgent agent = new WorkingAgent(1).works(30);
    DayMix mix = mix(agent);
    assertEquals(agent.today() - 1, mix.day());
    assertEquals(WorkingAgent.ID, mix.agent().id());
    assertEquals(Set.of("crm", "mail", "wiki"), Set.of(mix.systems().labels()));
    Set<Long> hours = new HashSet<>();
    for (AgentAction action : agent.actions()) {
      if (action.system().equals("crm")
          && CalendarDay.of(action.timeMillis()) >= agent.today() - 7) {
        hours.add(action.timeMillis() / 3_600_000);
      }
    }
    int crm = Arrays.asList(mix.systems().labels()).indexOf("crm");
    assertEquals(hours.size(), mix.systems().hours()[crm]);
    assertEquals(6, mix.actions().size());
  }

  @Test
  void saysNothingOfAnAgentThatDidLittleOrOnTwoDaysOnly() {
    assertNull(new DriftMonitor(DriftSettings.defaults()).mix(WorkingAgent.START));
    assertNull(mix(new WorkingAgent(1).works(2)));
    assertNull(mix(new WorkingAgent(1).withSessions(2).works(3)));
    assertNotNull(mix(new WorkingAgent(1).works(3)));
    assertNull(mix(new WorkingAgent(1).works(30).withSessions(2).works(7)));
  }

  @Test
  void tellsAtMostTheMostUsedValues() {
    String[] systems = new String[100];
    for (int i = 0; i < systems.length; i++) {
      systems[i] = i < 50 ? "crm" : "system-" + i;
    }
    WorkingAgent agent = new WorkingAgent(1).on(systems).withSessions(30).works(10);
    DayMix mix = mix(agent);
    assertEquals(DayMix.MOST_VALUES, mix.actions().size());
    assertTrue(Set.of(mix.systems().labels()).contains("crm"));
  }

  private static DayMix mix(WorkingAgent agent) {
    DriftMonitor monitor = new DriftMonitor(DriftSettings.defaults());
    Watching.all(monitor, agent.actions(), agent.today());
    return monitor.mix(agent.today() - 1);
  }
}
