package io.driftline.job.cli.local;

import io.driftline.activity.AgentAction;
import io.driftline.feature.Ablation;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.detect.ScoredAction;
import io.driftline.job.evaluate.ScoredEvent;
import io.driftline.job.ingest.ActivityFile;
import io.driftline.job.state.Ordering;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;

/** Scores a file of activity, in event-time order, as often as asked. */
public final class EvaluationRun {

  private final Configuration options;
  private final int parallelism;
  private final Path activity;
  private final Path registry;

  /**
   * @param options of the job; their order is set to event time
   * @param parallelism of the run; the result does not depend on it
   * @param activity agent-activity v1, one event per line
   */
  public EvaluationRun(Configuration options, int parallelism, Path activity) {
    this(options, parallelism, activity, null);
  }

  /**
   * @param options of the job; their order is set to event time
   * @param parallelism of the run; the result does not depend on it
   * @param activity agent-activity v1, one event per line
   * @param registry what is declared of agents and people, by which findings are made; {@code null}
   *     for nothing
   */
  public EvaluationRun(Configuration options, int parallelism, Path activity, Path registry) {
    this.options = new Configuration(options).set(DriftlineOptions.ORDER, Ordering.EVENT_TIME);
    this.parallelism = parallelism;
    this.activity = activity;
    this.registry = registry;
  }

  /**
   * What a run found.
   *
   * @param results anomalies and dead letters too
   * @param events each event's score once, in the order of the file: a repeated event is scored
   *     once
   * @param seconds how long the scoring took
   */
  public record Scored(FileRun.Results results, List<ScoredEvent> events, double seconds) {}

  /** The seed that was set, or the job's own. */
  public long seed() {
    return options.get(DriftlineOptions.SEED);
  }

  /** Scores the file to its end, with this seed and without what is left out. */
  public Scored score(long seed, Ablation leftOut) throws Exception {
    Configuration seeded = new Configuration(options).set(DriftlineOptions.SEED, seed);
    long started = System.nanoTime();
    FileRun.Results found =
        FileRun.governed(
            seeded, JobFiles.settings(seeded).without(leftOut), parallelism, registry, activity);
    double seconds = (System.nanoTime() - started) / 1e9;
    return new Scored(found, inInputOrder(found.scores()), seconds);
  }

  private List<ScoredEvent> inInputOrder(List<ScoredAction> scored) throws IOException {
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
