package io.driftline.job.cli.control;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code driftline control}: what is raised, set while the job runs. */
@Command(
    name = "control",
    description = "Set alert lines while the job runs, or show which are set.",
    subcommands = {
      ControlApplyCommand.class,
      ControlShowCommand.class,
      ControlDiffCommand.class,
      ControlKeygenCommand.class
    })
public final class ControlCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "apply, show, diff or keygen?");
  }
}
