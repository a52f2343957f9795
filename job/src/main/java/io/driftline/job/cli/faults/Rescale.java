package io.driftline.job.cli.faults;

/** The job goes on from a savepoint with twice the subtasks, and from another with one again. */
final class Rescale implements Fault {

  @Override
  public String name() {
    return "rescale";
  }

  @Override
  public String description() {
    return "savepoint, 1 → 2 → 1 subtasks";
  }

  @Override
  public int parallelism(int taskManagers) {
    return 1;
  }

  @Override
  public void inflict(FaultRun run) throws Exception {
    run.intoPart(1, 2);
    run.goOnWith(submission -> submission.withParallelism(2));
    run.intoPart(2, 2);
    run.goOnWith(submission -> submission.withParallelism(1));
    run.feedTheRest();
  }
}
