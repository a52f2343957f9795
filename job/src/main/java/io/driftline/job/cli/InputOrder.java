package io.driftline.job.cli;

import io.driftline.activity.AgentAction;
import io.driftline.job.detect.ScoredAction;
import io.driftline.job.evaluate.ScoredEvent;
import io.driftline.job.ingest.ActivityFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings scores, which leave the job in no particular order, into the order of the input. */
final class InputOrder {

  private InputOrder() {}

  /** One event per action of {@code activity}: a repeated event is scored once. */
  static List<ScoredEvent> of(Path activity, List<ScoredAction> scored) throws IOException {
    Map<List<String>, ScoredAction> byId = new HashMap<>();
    scored.forEach(action -> byId.put(List.of(action.agentId(), action.eventId()), action));
    List<ScoredEvent> ordered = new ArrayList<>(scored.size());
    ActivityFile.read(
        activity,
        Clock.systemUTC(),
        decoded -> {
          if (decoded.isAction()) {
            AgentAction action = decoded.action();
            ScoredAction score = byId.remove(List.of(action.agentId(), action.eventId()));
            if (score != null) {
              ordered.add(event(score));
            }
          }
        });
    return ordered;
  }

  private static ScoredEvent event(ScoredAction scored) {
    return new ScoredEvent(
        scored.eventId(), scored.agentId(), scored.sessionId(), scored.score(), scored.alert());
  }
}
