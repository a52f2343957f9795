package io.driftline.job.cli.faults;

/** In a third of the activity, garbage: a tenth as many records as there are events in all. */
final class PoisonBurst implements Fault {

  private static final double FROM = 1.0 / 3;
  private static final double TO = 2.0 / 3;
  private static final double SHARE = 0.1;
  private static final long SEED = 17;

  @Override
  public String name() {
    return "poison";
  }

  @Override
  public String description() {
    return "a burst of garbage, 10 %";
  }

  @Override
  public void inflict(FaultRun run) throws Exception {
    run.feedTo(FROM);
    long from = run.eventsAt(FROM);
    long garbageCount = Math.round(SHARE * (run.eventsAt(1) - run.eventsAt(0)));
    Garbage garbage = new Garbage(SEED, from, garbageCount, run.eventsAt(TO) - from);
    run.feedTo(TO, Feed.AS_USUAL, garbage);
    run.expectDeadLetters(garbage.made());
    run.feedTheRest();
  }
}
