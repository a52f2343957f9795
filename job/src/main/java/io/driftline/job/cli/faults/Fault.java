package io.driftline.job.cli.faults;

/**
 * Something that goes wrong while the job works.
 *
 * <p>What is to be tried besides, an upgrade from another release's savepoint for example, is
 * another one of these: {@link FaultRun#goOnWith} stops the job with a savepoint and lets what it
 * is given go on from there.
 */
public interface Fault {

  /** For the command line, for example {@code kill-taskmanager}. */
  String name();

  /** What is done, for the report. */
  String description();

  /** With how many subtasks the job begins, of as many as there are TaskManagers. */
  default int parallelism(int taskManagers) {
    return taskManagers;
  }

  /** Publishes all events, and does what is to be done in between. */
  void inflict(FaultRun run) throws Exception;
}
