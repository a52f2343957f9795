package io.driftline.job.cli.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.driftline.job.config.DriftlineOptions;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code driftline bench pipeline}. */
@Command(
    name = "pipeline",
    showDefaultValues = true,
    description = {
      "Events per second of Driftline's pipeline beside a minimal job of the same kind.",
      "",
      "Both read the same Kafka topic, key by agent, keep state in RocksDB with incremental"
          + " checkpoints and write to Kafka exactly once. A run is timed from the job's state"
          + " RUNNING to the arrival of its last output record at the broker. Runs alternate in"
          + " pairs, their order swapped each time; the first pair is not counted.",
      ""
    })
public final class PipelineBenchCommand implements Callable<Integer> {

  @Mixin private PipelineBenchArguments arguments;

  @Option(names = "--audit", description = "Have the pipeline keep the audit trail, too.")
  private boolean audit;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Configuration more = new Configuration().set(DriftlineOptions.AUDIT, audit);
    BenchReport report =
        new PipelineBench(new DriftlinePipeline(more), SampleEvents::new)
            .run(arguments.options(spec));
    spec.commandLine().getOut().println(json ? json(report) : report.text());
    return 0;
  }

  private static String json(BenchReport report) throws Exception {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(report);
  }
}
