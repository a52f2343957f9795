package io.driftline.job.cli.local;

import io.driftline.forest.VectorSample;
import io.driftline.job.Topology;
import io.driftline.job.config.JobSettings;
import io.driftline.job.train.SampledVector;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the job's own topology over files as far as the features, and draws from the vectors. */
public final class TrainingRun {

  /** More would not change the trees, which see 256 rows each, and little the calibration. */
  private static final int MOST_ROWS = 16_384;

  /** All of the file counts, however long a time it covers. */
  private static final long WHOLE_FILE = Long.MAX_VALUE;

  private TrainingRun() {}

  /** Runs over {@code activity} to its end; the sample does not depend on the parallelism. */
  public static VectorSample run(
      Configuration options, JobSettings settings, int parallelism, Path... activity)
      throws Exception {
    try (MemorySink<SampledVector> vectors = new MemorySink<>();
        LocalCluster cluster = LocalCluster.start(FileRun.clusterSettings(parallelism))) {
      StreamExecutionEnvironment env = cluster.environment(FileRun.jobOptions());
      env.setParallelism(parallelism);
      Topology.sample(FileRun.source(env, options, activity), settings)
          .sinkTo(vectors)
          .uid("collect-vectors");
      env.execute("driftline training over files");
      return sampleOf(vectors);
    }
  }

  private static VectorSample sampleOf(MemorySink<SampledVector> vectors) {
    VectorSample sample = new VectorSample(MOST_ROWS, MOST_ROWS, WHOLE_FILE);
    for (SampledVector vector : vectors.results()) {
      sample.add(vector.hash(), vector.bucketEnd(), vector.time(), vector.features());
    }
    sample.closeUpTo(Long.MAX_VALUE);
    return sample;
  }
}
