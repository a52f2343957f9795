package io.driftline.job.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleEventsTest {

  private static List<String> events(int count, long seed) {
    List<String> events = new ArrayList<>();
    new SampleEvents(count, 100, seed)
        .forEachRemaining(event -> events.add(new String(event, StandardCharsets.UTF_8)));
    return events;
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    assertThat(events(50, 7)).isEqualTo(events(50, 7)).isNotEqualTo(events(50, 8));
  }

  @Test
  void anEventIsAboutThreeHundredAndFortyBytes() {
    assertThat(events(1000, 7).stream().mapToInt(String::length).average().orElseThrow())
        .isBetween(320.0, 360.0);
  }

  @Test
  void everyEventDecodesAndComesBackWhole() throws Exception {
    ActionJson json = new ActionJson();
    Set<String> agents = new HashSet<>();
    for (String event : events(1000, 7)) {
      AgentAction action = json.deserialize(event.getBytes(StandardCharsets.UTF_8));
      agents.add(action.agentId());
      assertThat(action.agent().kind()).isEqualTo(AgentKind.PERSONAL);
      assertThat(json.deserialize(json.serialize(action))).isEqualTo(action);
    }
    assertThat(agents).hasSize(100);
  }
}
