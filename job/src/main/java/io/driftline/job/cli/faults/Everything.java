package io.driftline.job.cli.faults;

import java.util.List;
import java.util.stream.Collectors;

/** All faults in one run, each in its share of the events. */
final class Everything implements Fault {

  private final List<Fault> faults;

  Everything(List<Fault> faults) {
    this.faults = List.copyOf(faults);
  }

  @Override
  public String name() {
    return "everything";
  }

  @Override
  public String description() {
    return faults.stream()
        .map(Fault::name)
        .collect(Collectors.joining(", then ", "one run of ", ""));
  }

  /** Begins with as few subtasks as one of them needs; the others want all. */
  @Override
  public int parallelism(int taskManagers) {
    return faults.get(0).parallelism(taskManagers);
  }

  @Override
  public void inflict(FaultRun run) throws Exception {
    int slots = run.cluster().slots();
    for (int part = 0; part < faults.size(); part++) {
      Fault fault = faults.get(part);
      run.within((double) part / faults.size(), (part + 1.0) / faults.size());
      fault.inflict(run);
      if (fault.parallelism(slots) != slots) {
        run.goOnWith(submission -> submission.withParallelism(slots));
      }
    }
  }
}
