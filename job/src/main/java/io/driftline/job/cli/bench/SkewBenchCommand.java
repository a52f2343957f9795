package io.driftline.job.cli.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code driftline bench skew}. */
@Command(
    name = "skew",
    showDefaultValues = true,
    description = {
      "What it costs when one person stands behind 60 % of all actions and nobody behind 20 %.",
      "",
      "Times the whole job with a registry of agents and people, once with requesters spread"
          + " evenly and once so, in pairs as 'driftline bench pipeline' does.",
      ""
    })
final class SkewBenchCommand implements Callable<Integer> {

  @Mixin private PipelineBenchArguments arguments;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    SkewReport report = new SkewBench(arguments.options(spec)).run();
    spec.commandLine().getOut().println(report.text());
    return 0;
  }
}
