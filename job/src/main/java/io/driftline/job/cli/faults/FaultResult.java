package io.driftline.job.cli.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What one run came to.
 *
 * @param fault its name
 * @param description what was done
 * @param events how many were published, garbage apart
 * @param took from the submission of the job to its end
 * @param recoveries from each fault to the next complete checkpoint that was begun after it
 * @param outputs from each fault until more output was committed, where that was waited for
 * @param records committed, by kind
 * @param differences from the undisturbed run, by kind; dead letters apart
 * @param deadLettersLost records that should have been refused, and were not
 * @param deadLettersTwice records that were refused more than once, or should not have been
 * @param notes what else is to be said
 */
public record FaultResult(
    String fault,
    String description,
    long events,
    Duration took,
    List<Duration> recoveries,
    List<Duration> outputs,
    Map<String, Integer> records,
    Map<String, Difference> differences,
    long deadLettersLost,
    long deadLettersTwice,
    List<String> notes) {

  /** All differences, dead letters included. */
  public Difference difference() {
    return differences.values().stream()
        .reduce(new Difference(deadLettersLost, deadLettersTwice, 0), Difference::plus);
  }

  /** Whether everything is there, once and as it should be. */
  public boolean isExact() {
    return difference().equals(Difference.NONE);
  }
}
