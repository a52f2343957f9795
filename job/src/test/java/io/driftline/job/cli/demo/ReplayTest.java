package io.driftline.job.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.decide.Anomaly;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private static final List<AgentAction> ACTIONS =
      IntStream.range(0, 100).mapToObj(i -> Anomalies.action("event-" + i, "session")).toList();

  private final ManualClock clock = new ManualClock();
  private final List<AgentAction> sent = new ArrayList<>();
  private final List<Integer> sentByTurn = new ArrayList<>();

  private List<Anomaly> wait(Duration patience) {
    clock.pass(patience);
    sentByTurn.add(sent.size());
    return List.of(Anomalies.raised("event-" + sentByTurn.size(), "session"));
  }

  @Test
  void sendsEverythingOnceInOrderAndAtItsPace() throws Exception {
    Pacing pacing = new Pacing(ACTIONS.size(), clock.instant(), Duration.ofMillis(200));

    new Replay(sent::add, this::wait, clock).run(ACTIONS, pacing, anomalies -> {});

    assertThat(sent).containsExactlyElementsOf(ACTIONS);
    assertThat(sentByTurn).containsExactly(0, 25, 50, 75, 100);
  }

  @Test
  void handsOnWhatIsRaisedMeanwhile() throws Exception {
    Pacing pacing = new Pacing(ACTIONS.size(), clock.instant(), Duration.ofMillis(50));
    List<Anomaly> raised = new ArrayList<>();

    new Replay(sent::add, this::wait, clock).run(ACTIONS, pacing, raised::addAll);

    assertThat(raised)
        .extracting(anomaly -> anomaly.action().eventId())
        .containsExactly("event-1", "event-2");
  }
}
