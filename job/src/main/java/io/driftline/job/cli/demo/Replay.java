package io.driftline.job.cli.demo;

import io.driftline.activity.AgentAction;
import io.driftline.decide.Anomaly;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Sends actions at their pace and hands on what is raised meanwhile. */
final class Replay {

  private static final Duration TURN = Duration.ofMillis(50);

  private final Consumer<AgentAction> send;
  private final AnomalyFeed feed;
  private final InstantSource clock;

  /**
   * @param feed waiting for it is what passes the time between two turns
   */
  Replay(Consumer<AgentAction> send, AnomalyFeed feed, InstantSource clock) {
    this.send = send;
    this.feed = feed;
    this.clock = clock;
  }

  /**
   * Sends all of {@code actions}.
   *
   * @param turn told the anomalies of each turn, mostly none
   */
  void run(List<AgentAction> actions, Pacing pacing, Consumer<List<Anomaly>> turn)
      throws Exception {
    int sent = 0;
    while (sent < actions.size()) {
      int due = pacing.due(clock.instant());
      actions.subList(sent, due).forEach(send);
      sent = due;
      turn.accept(feed.poll(TURN));
    }
  }
}
