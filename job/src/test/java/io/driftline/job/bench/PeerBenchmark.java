package io.driftline.job.bench;

import io.driftline.feature.Ablation;
import io.driftline.feature.Feature;
import io.driftline.job.cli.local.EvaluationRun;
import io.driftline.job.cli.local.VectorRun;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.config.JobSettings;
import io.driftline.job.evaluate.Evaluation;
import io.driftline.job.evaluate.LabelFile;
import io.driftline.job.evaluate.Labels;
import io.driftline.job.evaluate.ScoredEvent;
import io.driftline.job.evaluate.SeedRun;
import io.driftline.job.evaluate.SeedRuns;
import io.driftline.job.profile.ProfiledAction;
import io.driftline.job.state.Ordering;
import io.driftline.job.train.TrainingSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.configuration.Configuration;

/**
 * Driftline beside other detectors on the same labelled activity: the same vectors, each scored
 * before it is learnt, the same measure and the same seeds.
 */
final class PeerBenchmark {

  private static final String DATA = "DRIFTLINE_DATA";

  private final Path folder;
  private final int seeds;
  private final Labels labels;

  /**
   * @param folder holds activity.jsonl, registry.jsonl and labels.jsonl
   * @param seeds how many, from the job's default seed upwards
   */
  PeerBenchmark(Path folder, int seeds) throws Exception {
    this.folder = folder;
    this.seeds = seeds;
    this.labels = LabelFile.read(folder.resolve("labels.jsonl"));
  }

  /** Prints the table for a folder below {@code DRIFTLINE_DATA}; the second argument: seeds. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(System.getenv().getOrDefault(DATA, ""), arguments[0]).toAbsolutePath();
    if (!Files.isRegularFile(folder.resolve("activity.jsonl"))) {
      System.out.printf(
          "SKIPPED: no activity.jsonl in %s: set %s to the folder that holds %s%n",
          folder, DATA, arguments[0]);
      return;
    }
    System.out.print(new PeerBenchmark(folder, Integer.parseInt(arguments[1])).table());
  }

  String table() throws Exception {
    Configuration config = configuration();
    List<ProfiledAction> vectors =
        VectorRun.run(config, JobFiles.settings(config), folder.resolve("activity.jsonl"));
    int features = Feature.values().length;
    Map<String, SeedRuns> byDetector = new LinkedHashMap<>();
    byDetector.put("Driftline", driftline(config));
    byDetector.put("isolation forest", runs(vectors, RefittedForest::isolation));
    byDetector.put("SMILE's fit", runs(vectors, RefittedForest::smile));
    byDetector.put(
        "Random Cut Forest",
        runs(vectors, training -> new RandomCutForestPeer(features, training.seed())));
    byDetector.put("first seen", runs(vectors, training -> new FirstSeenRule()));
    return PeerTable.of(byDetector);
  }

  private Configuration configuration() {
    return new Configuration()
        .set(DriftlineOptions.ORDER, Ordering.EVENT_TIME)
        .set(DriftlineOptions.REGISTRY, folder.resolve("registry.jsonl").toString());
  }

  private SeedRuns driftline(Configuration config) throws Exception {
    EvaluationRun run = new EvaluationRun(config, 1, folder.resolve("activity.jsonl"));
    List<SeedRun> runs = new ArrayList<>();
    for (int i = 0; i < seeds; i++) {
      long seed = run.seed() + i;
      EvaluationRun.Scored scored = run.score(seed, Ablation.NONE);
      runs.add(measured(seed, scored.events(), scored.seconds()));
    }
    return new SeedRuns(runs);
  }

  private SeedRuns runs(List<ProfiledAction> vectors, Function<TrainingSettings, Peer> peer)
      throws Exception {
    List<SeedRun> runs = new ArrayList<>();
    for (int i = 0; i < seeds; i++) {
      long seed = configuration().get(DriftlineOptions.SEED) + i;
      Configuration seeded = configuration().set(DriftlineOptions.SEED, seed);
      JobSettings settings = JobFiles.settings(seeded);
      long started = System.nanoTime();
      List<ScoredEvent> scored = PeerRun.score(vectors, () -> peer.apply(settings.training()));
      runs.add(measured(seed, scored, (System.nanoTime() - started) / 1e9));
    }
    return new SeedRuns(runs);
  }

  private SeedRun measured(long seed, List<ScoredEvent> scored, double seconds) {
    return new SeedRun(seed, Evaluation.of(scored, labels), seconds);
  }
}
