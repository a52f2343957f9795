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
    long events = run.events().count();
    run.feed().upTo(FROM);
    long from = Math.round(FROM * events);
    Garbage garbage =
        new Garbage(SEED, from, Math.round(SHARE * events), Math.round(TO * events) - from);
    run.feed().upTo(TO, Feed.AS_USUAL, garbage);
    run.expectDeadLetters(garbage.made());
    run.feedTheRest();
  }
}
