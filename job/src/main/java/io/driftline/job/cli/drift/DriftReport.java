package io.driftline.job.cli.drift;

import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftSettings;
import io.driftline.explain.Numbers;
import io.driftline.job.alert.DriftJson;
import io.driftline.job.alert.TextColumns;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How agents drifted.
 *
 * @param timelines of all agents in question, also of those without drift; at least one
 * @param everyone whether an agent without drift is told of too
 * @param settings by which drift was judged
 */
record DriftReport(List<Timeline> timelines, boolean everyone, DriftSettings settings) {

  private static final Comparator<DriftEvent> BY_TIME =
      Comparator.comparingLong((DriftEvent event) -> event.signal().found())
          .thenComparing(DriftEvent::id);

  DriftReport {
    timelines = List.copyOf(timelines);
    if (timelines.isEmpty()) {
      throw new IllegalArgumentException("a report needs an agent");
    }
  }

  /** Lines for people: timelines, and the totals last. */
  String text() {
    return timelines.stream()
            .filter(timeline -> everyone || !timeline.drifts().isEmpty())
            .map(timeline -> TimelineText.render(timeline, settings) + "\n")
            .collect(Collectors.joining())
        + totals();
  }

  /** One line for each drift, in order of time, as the job writes them to its topic. */
  String json() {
    return drifts()
        .sorted(BY_TIME)
        .map(event -> new String(DriftJson.write(event), StandardCharsets.US_ASCII) + "\n")
        .collect(Collectors.joining());
  }

  private Stream<DriftEvent> drifts() {
    return timelines.stream().flatMap(timeline -> timeline.drifts().stream());
  }

  private String totals() {
    String line = "%s, %s: %s%s".formatted(agents(timelines.size()), span(), found(), tooShort());
    return String.join("\n", TextColumns.wrap(line, TimelineText.COLUMNS)) + "\n";
  }

  private String span() {
    List<DayRange> seen =
        timelines.stream()
            .map(timeline -> timeline.agent().seen(timeline.range()))
            .filter(Objects::nonNull)
            .toList();
    if (seen.isEmpty()) {
      return "no action on the days in question";
    }
    DayRange all =
        new DayRange(
            seen.stream().mapToLong(DayRange::from).min().getAsLong(),
            seen.stream().mapToLong(DayRange::to).max().getAsLong());
    return "%s from %s to %s"
        .formatted(Numbers.counted(all.days(), "day", "days"), all.first(), all.last());
  }

  private String found() {
    TreeMap<String, Long> byKind =
        drifts()
            .collect(
                Collectors.groupingBy(
                    event -> event.signal().kind().code().replace('_', ' '),
                    TreeMap::new,
                    Collectors.counting()));
    if (byKind.isEmpty()) {
      return "no drift";
    }
    long drifting = timelines.stream().filter(timeline -> !timeline.drifts().isEmpty()).count();
    return "%s%s (%s)"
        .formatted(
            Numbers.counted(drifts().count(), "drift", "drifts"),
            timelines.size() == 1 ? "" : " of " + agents(drifting),
            byKind.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", ")));
  }

  /** What is not known is told as well. */
  private String tooShort() {
    long unknown = timelines.stream().filter(timeline -> timeline.tooShort(settings)).count();
    return unknown == 0 ? "" : "; %s seen for too few days to tell".formatted(agents(unknown));
  }

  private static String agents(long count) {
    return Numbers.counted(count, "agent", "agents");
  }
}
