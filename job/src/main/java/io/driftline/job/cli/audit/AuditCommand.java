package io.driftline.job.cli.audit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code driftline audit}. */
@Command(
    name = "audit",
    description = "The audit trail: who asked, when, through whom, what, and how it ended.",
    subcommands = {AuditVerifyCommand.class})
public final class AuditCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "what about the trail? verify");
  }
}
