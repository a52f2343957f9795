package io.driftline.job.cli.relation;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.SessionTracker;
import io.driftline.baseline.TrackerSettings;
import io.driftline.job.ingest.ActivityFile;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.Decoded;
import io.driftline.relation.Edge;
import io.driftline.relation.EdgeLog;
import io.driftline.relation.RelationLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the edges of files of activity, repeats left out as the job does. Nothing is forgotten:
 * memory grows with the number of edges.
 */
final class ActivityEdges {

  private final TrackerSettings tracker;
  private final Map<String, Counting> byAgent = new TreeMap<>();
  private DeadLetter firstRefused;
  private long refused;

  private ActivityEdges(TrackerSettings tracker) {
    this.tracker = tracker;
  }

  /** One agent, while its edges are counted. */
  private record Counting(SessionTracker repeats, EdgeLog log) {}

  /** Reads all files. */
  static ActivityEdges of(List<Path> activity, TrackerSettings tracker) throws IOException {
    ActivityEdges edges = new ActivityEdges(tracker);
    for (Path file : activity) {
      ActivityFile.read(file, Clock.systemUTC(), edges::add);
    }
    return edges;
  }

  /** All edges, agent by agent. */
  List<Edge> edges() {
    List<Edge> edges = new ArrayList<>();
    byAgent.forEach((agent, counting) -> edges.addAll(counting.log().edges(agent)));
    return edges;
  }

  /** How many records were no actions. */
  long refused() {
    return refused;
  }

  /** The first of them; {@code null} if there is none. */
  DeadLetter firstRefused() {
    return firstRefused;
  }

  private void add(Decoded decoded) {
    if (decoded.isAction()) {
      add(decoded.action());
    } else {
      firstRefused = refused == 0 ? decoded.deadLetter() : firstRefused;
      refused++;
    }
  }

  private void add(AgentAction action) {
    Counting counting =
        byAgent.computeIfAbsent(
            action.agentId(),
            agent -> new Counting(new SessionTracker(tracker), new EdgeLog(RelationLimits.none())));
    if (counting.repeats().isNew(action)) {
      counting.log().add(action, null);
    }
  }
}
