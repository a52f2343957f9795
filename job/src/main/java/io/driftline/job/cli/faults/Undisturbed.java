package io.driftline.job.cli.faults;

/** Nothing goes wrong. */
final class Undisturbed implements Fault {

  @Override
  public String name() {
    return "undisturbed";
  }

  @Override
  public String description() {
    return "nothing";
  }

  @Override
  public void inflict(FaultRun run) throws Exception {
    run.feedTheRest();
  }
}
