package io.driftline.job.cli.drift;

import io.driftline.simulate.DriftTruth;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was raised on one agent, beside the truth.
 *
 * @param raised in order of time
 */
record AgentVerdicts(DriftTruth truth, List<Raised> raised) {

  AgentVerdicts {
    raised = List.copyOf(raised);
  }

  /** Days from the onset to the first drift raised since, 1 if by the end of the first day. */
  OptionalLong delay() {
    return delay(raised -> true);
  }

  /** The same, of drifts in one of the given dimensions. */
  OptionalLong delay(Set<String> dimensions) {
    return delay(raised -> dimensions.contains(raised.found().dimension()));
  }

  private OptionalLong delay(Predicate<Raised> counts) {
    return fromOnset().filter(counts).mapToLong(each -> each.epochDay() - onsetDay() + 1).min();
  }

  /** How many drifts were raised from the onset on. */
  long events() {
    return fromOnset().count();
  }

  private Stream<Raised> fromOnset() {
    return raised.stream().filter(each -> each.epochDay() >= onsetDay());
  }

  /** What was raised although nothing had changed, on the given day or later. */
  List<Raised> falseAlarms(long firstDay) {
    return raised.stream()
        .filter(each -> each.epochDay() >= firstDay && each.epochDay() < onsetDay())
        .toList();
  }

  /** For how many of the days from {@code firstDay} to before {@code end} nothing had changed. */
  long unchangedDays(long firstDay, long end) {
    return Math.max(0, Math.min(end, onsetDay()) - firstDay);
  }

  /** Beyond all days for a stable agent. */
  private long onsetDay() {
    return truth.stable()
        ? Long.MAX_VALUE
        : LocalDate.ofInstant(truth.onset(), ZoneOffset.UTC).toEpochDay();
  }
}
