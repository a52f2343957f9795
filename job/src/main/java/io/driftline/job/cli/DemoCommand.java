package io.driftline.job.cli;

import io.driftline.job.cli.demo.Demo;
import io.driftline.job.cli.demo.DemoSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code driftline demo}. */
@Command(
    name = "demo",
    description = {
      "See it work: simulated AI agents, scripted attacks, anomalies as they are raised.",
      "",
      "Starts a Kafka broker and a Flink cluster in this process, runs the job on them as in"
          + " production, and ends by itself. Nothing is left behind.",
      ""
    })
final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--duration",
      defaultValue = "120s",
      converter = DurationOption.class,
      description = "how long it takes in all, at least 30s (default: ${DEFAULT-VALUE})")
  private Duration duration;

  @Option(
      names = "--seed",
      defaultValue = "2",
      description = "of the simulation (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--port",
      defaultValue = "8081",
      description = "of Flink's web page, 0 for any free one (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(names = "--no-color", description = "plain text, also on a terminal")
  private boolean noColor;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    DemoSettings settings = settings();
    try (CtrlC ctrlC = CtrlC.guard()) {
      return run(settings, ctrlC);
    }
  }

  private int run(DemoSettings settings, CtrlC ctrlC) throws Exception {
    try {
      new Demo(settings, Clock.systemUTC(), spec.commandLine().getOut()).run();
    } catch (Exception e) {
      // The interrupt shows up as whatever exception the interrupted call makes of it.
      if (!ctrlC.pressed()) {
        throw e;
      }
      boolean unused = Thread.interrupted();
      spec.commandLine().getOut().println("stopped");
    }
    return 0;
  }

  private DemoSettings settings() {
    try {
      return new DemoSettings(duration, seed, port, !noColor && Terminal.showsColour());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
