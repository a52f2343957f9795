package io.driftline.job.cli.faults;

import io.driftline.job.cli.CtrlC;
import io.driftline.job.cli.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code driftline bench faults}. */
@Command(
    name = "faults",
    description = {
      "Run the job through what goes wrong in production, and compare what it commits.",
      "",
      "On a cluster of processes on this machine, over the same simulated activity: once"
          + " undisturbed, then once for each fault. Exit code 1 if any record is lost, there twice, or"
          + " changed. docs/faults.md says what each fault is.",
      ""
    })
public final class FaultsCommand implements Callable<Integer> {

  @Option(
      names = "--events",
      defaultValue = "2000000",
      description = "in each run (default: ${DEFAULT-VALUE})")
  private long events;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "FAULT",
      description =
          "of kill-taskmanager, kill-before-commit, kill-jobmanager, restart-broker,"
              + " idle-partition, poison, rescale (not with --small: it wants two TaskManagers);"
              + " default: all of these, a run each; or everything: all in one run")
  private List<String> only = List.of();

  @Option(
      names = "--small",
      description =
          "no more of everything than a run of a minute bears, as in CI: no registry, and unless"
              + " --only says otherwise, a TaskManager and the JobManager are killed in one run")
  private boolean small;

  @Option(
      names = "--logs",
      defaultValue = ".driftline/fault-logs",
      paramLabel = "DIR",
      description =
          "the processes' logs are kept there if anything fails (default: ${DEFAULT-VALUE})")
  private Path logs;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    FaultSettings settings = settings();
    List<Fault> faults = only.isEmpty() ? usual(settings) : chosen(settings);
    try (CtrlC ctrlC = CtrlC.guard()) {
      return run(settings, faults, ctrlC);
    }
  }

  private int run(FaultSettings settings, List<Fault> faults, CtrlC ctrlC) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    try (Progress progress = Progress.onStderr("faults")) {
      List<FaultResult> results =
          new FaultSuite(settings, faults, logs, progress::update)
              .run(result -> out.println(FaultReport.line(result)));
      out.println(FaultReport.text(results));
      return results.stream().allMatch(FaultResult::isExact) ? 0 : 1;
    } catch (Exception e) {
      if (!ctrlC.pressed()) {
        throw e;
      }
      boolean unused = Thread.interrupted();
      return 1;
    }
  }

  private FaultSettings settings() {
    try {
      return small ? FaultSettings.small(events) : FaultSettings.ofEvents(events);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private List<Fault> usual(FaultSettings settings) {
    return small ? FaultSuite.fewest() : FaultSuite.faults(settings);
  }

  private List<Fault> chosen(FaultSettings settings) {
    List<Fault> known = new ArrayList<>(FaultSuite.faults(settings));
    known.add(FaultSuite.everything(settings));
    List<String> names = known.stream().map(Fault::name).toList();
    for (String name : only) {
      if (!names.contains(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "no fault %s is to be had here: there are %s"
                .formatted(name, String.join(", ", names)));
      }
    }
    return known.stream().filter(fault -> only.contains(fault.name())).toList();
  }
}
