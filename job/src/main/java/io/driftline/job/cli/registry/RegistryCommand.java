package io.driftline.job.cli.registry;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code driftline registry}: what the organisation says about its agents and people. */
@Command(
    name = "registry",
    description = "Publish the registry of agents and people, or show what is published.",
    subcommands = {RegistryApplyCommand.class, RegistryShowCommand.class})
public final class RegistryCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "apply or show?");
  }
}
