package io.driftline.job.cli.faults;

import io.driftline.job.cli.Table;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Results as text. */
final class FaultReport {

  private FaultReport() {}

  static String text(List<FaultResult> results) {
    Table table =
        new Table(
            List.of(
                "fault",
                "events",
                "records",
                "checkpoint after",
                "output after",
                "lost",
                "twice",
                "changed",
                "took"),
            1,
            2,
            5,
            6,
            7,
            8);
    results.forEach(result -> table.add(row(result)));
    StringBuilder text = new StringBuilder(table.render());
    for (FaultResult result : results) {
      result.notes().forEach(note -> text.append(result.fault() + ": " + note + "\n"));
      differences(result, text);
    }
    return text.toString();
  }

  /** One result, with the records of each kind. */
  static String line(FaultResult result) {
    return "%s: %s, took %s, records %s"
        .formatted(
            result.fault(),
            result.isExact() ? "exact" : "NOT EXACT " + result.difference(),
            seconds(result.took()),
            result.records());
  }

  private static List<String> row(FaultResult result) {
    Difference difference = result.difference();
    return List.of(
        result.description(),
        number(result.events()),
        number(result.records().values().stream().mapToLong(Integer::longValue).sum()),
        all(result.recoveries()),
        all(result.outputs()),
        number(difference.lost()),
        number(difference.twice()),
        number(difference.changed()),
        seconds(result.took()));
  }

  private static void differences(FaultResult result, StringBuilder text) {
    result
        .differences()
        .forEach(
            (kind, difference) -> {
              if (!difference.equals(Difference.NONE)) {
                text.append("%s: %s %s%n".formatted(result.fault(), kind, difference));
              }
            });
  }

  private static String all(List<Duration> durations) {
    return durations.isEmpty()
        ? "-"
        : durations.stream().map(FaultReport::seconds).collect(Collectors.joining(", "));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
