package io.driftline.job.cli.bench;

import io.driftline.job.cli.faults.FaultsCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code driftline bench}: the benchmarks that need more than one class to be measured. */
@Command(
    name = "bench",
    description = "Measure Driftline on this machine.",
    subcommands = {
      PipelineBenchCommand.class,
      SkewBenchCommand.class,
      AuditBenchCommand.class,
      FaultsCommand.class
    })
public final class BenchCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which benchmark?");
  }
}
