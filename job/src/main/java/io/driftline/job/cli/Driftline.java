package io.driftline.job.cli;

import io.driftline.job.cli.alerts.AlertsCommand;
import io.driftline.job.cli.alerts.ExplainCommand;
import io.driftline.job.cli.alerts.FeedbackCommand;
import io.driftline.job.cli.audit.AuditCommand;
import io.driftline.job.cli.backtest.BacktestCommand;
import io.driftline.job.cli.bench.BenchCommand;
import io.driftline.job.cli.bootstrap.BootstrapCommand;
import io.driftline.job.cli.cluster.ClusterCommand;
import io.driftline.job.cli.control.ControlCommand;
import io.driftline.job.cli.drift.DriftCommand;
import io.driftline.job.cli.drift.DriftStudyCommand;
import io.driftline.job.cli.forward.ForwardCommand;
import io.driftline.job.cli.posture.PostureCommand;
import io.driftline.job.cli.registry.RegistryCommand;
import io.driftline.job.cli.relation.GraphCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The {@code driftline} command.
 *
 * <p>Exit codes: 0 done; 1 the work failed; 2 the command line was wrong. Errors are one line on
 * stderr, see {@link ErrorLine}.
 */
@Command(
    name = "driftline",
    description = "Behaviour analytics for AI agents.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      SimulateCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      BacktestCommand.class,
      ScenariosCommand.class,
      DriftCommand.class,
      DriftStudyCommand.class,
      PostureCommand.class,
      RegistryCommand.class,
      AuditCommand.class,
      GraphCommand.class,
      AlertsCommand.class,
      ExplainCommand.class,
      ControlCommand.class,
      FeedbackCommand.class,
      ForwardCommand.class,
      BootstrapCommand.class,
      RunCommand.class,
      ConfigCommand.class,
      ClusterCommand.class,
      BenchCommand.class
    })
public final class Driftline implements Runnable {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean debug;

  @Spec private CommandSpec spec;

  /** Runs the command and ends the process, whatever threads a broker or cluster left behind. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int exitCode = run(out, err, arguments);
    out.flush();
    System.exit(exitCode);
  }

  /**
   * Runs the command in this process.
   *
   * @return the exit code
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return run(out, err, System.getenv(), arguments);
  }

  /** The same, with these variables as the environment of the job's settings. */
  static int run(
      PrintWriter out, PrintWriter err, Map<String, String> environment, String... arguments) {
    Driftline driftline = new Driftline();
    return new CommandLine(driftline, new MixinFactory(environment))
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((error, given) -> usageError(error))
        .setExecutionExceptionHandler(
            (error, command, parsed) -> driftline.failure(error, command.getErr()))
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }

  private static int usageError(ParameterException error) {
    CommandLine command = error.getCommandLine();
    String help = command.getCommandSpec().qualifiedName() + " --help";
    command.getErr().println(ErrorLine.of(error.getMessage(), "see " + help));
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private int failure(Exception error, PrintWriter err) {
    err.println(ErrorLine.of(error));
    if (debug) {
      error.printStackTrace(err);
    }
    return error instanceof UsageFailure
        ? CommandLine.ExitCode.USAGE
        : CommandLine.ExitCode.SOFTWARE;
  }
}
