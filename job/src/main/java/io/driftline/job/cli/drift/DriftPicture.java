package io.driftline.job.cli.drift;

import io.driftline.drift.CalendarDay;
import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftSignal;
import io.driftline.explain.PlainText;
import io.driftline.job.cli.chart.DayChart;
import io.driftline.job.cli.chart.Panel;
import io.driftline.job.cli.chart.Panel.Flag;
import io.driftline.job.cli.chart.Panel.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Draws an agent's timeline: a row for each dimension that drifted, with the shares of its values,
 * and one for how much the agent did.
 */
final class DriftPicture {

  private static final String NOTE =
      "A drift began at the dashed line; the flag is the day at whose end it was found.";
  private static final double DAY_MILLIS = CalendarDay.start(1);

  private final Timeline timeline;
  private final DayRange span;
  private final Map<DriftDimension, HoursByValue> values;

  private DriftPicture(Timeline timeline, Map<DriftDimension, HoursByValue> values) {
    this.timeline = timeline;
    this.span = span(timeline);
    this.values = values;
  }

  /**
   * The picture of an agent that did something on the days in question.
   *
   * @param values those of every dimension that drifted and has values
   */
  static DayChart of(Timeline timeline, Map<DriftDimension, HoursByValue> values) {
    return new DriftPicture(timeline, values).chart();
  }

  /** From its first action to its last, or to what was found afterwards. */
  private static DayRange span(Timeline timeline) {
    DayRange seen = timeline.agent().seen(timeline.range());
    long last = timeline.drifts().stream().mapToLong(DayRange::dayOf).max().orElse(seen.to());
    return new DayRange(seen.from(), Math.max(seen.to(), last));
  }

  private DayChart chart() {
    String agent = PlainText.of(timeline.agent().agentId());
    boolean still = timeline.drifts().isEmpty();
    return new DayChart(
        "%s, %s to %s".formatted(agent, span.first(), span.last()),
        still ? "What " + agent + " did on each day." : summaries(),
        still ? "No drift was found." : NOTE,
        span.first(),
        Math.toIntExact(span.days()),
        panels());
  }

  private String summaries() {
    return timeline.drifts().stream().map(DriftEvent::summary).collect(Collectors.joining(" "));
  }

  private List<Panel> panels() {
    List<Panel> panels = new ArrayList<>();
    timeline.drifts().stream()
        .map(event -> event.signal().dimension())
        .filter(dimension -> dimension != DriftDimension.VOLUME)
        .distinct()
        .sorted()
        .forEach(dimension -> panels.add(shares(dimension)));
    panels.add(volume());
    return panels;
  }

  private Panel shares(DriftDimension dimension) {
    Slots slots = Slots.readable(span);
    boolean errors = dimension == DriftDimension.ERRORS;
    List<DriftSignal> drifts = drifts(dimension);
    return new Panel(
        dimension.text() + ", each " + slots.each(),
        errors ? "% of actions" : "% of hours of use",
        slots.slots(),
        errors ? failures(slots) : ShareLayers.of(drifts, values.get(dimension), slots),
        flags(drifts));
  }

  private List<Layer> failures(Slots slots) {
    AgentDays agent = timeline.agent();
    return List.of(
        ShareLayers.layer(
            "refused or failed",
            false,
            slots,
            days -> ShareLayers.percent(agent.failed(days), agent.total(days))));
  }

  private Panel volume() {
    Slots slots = Slots.daily(span);
    AgentDays agent = timeline.agent();
    return new Panel(
        DriftDimension.VOLUME.text(),
        "actions",
        slots.slots(),
        List.of(ShareLayers.layer("actions", false, slots, agent::total)),
        flags(drifts(DriftDimension.VOLUME)));
  }

  private List<DriftSignal> drifts(DriftDimension dimension) {
    return timeline.drifts().stream()
        .map(DriftEvent::signal)
        .filter(signal -> signal.dimension() == dimension)
        .toList();
  }

  private List<Flag> flags(List<DriftSignal> drifts) {
    return drifts.stream()
        .map(
            drift ->
                new Flag(
                    day(drift.began()), day(drift.found()), drift.kind().code().replace('_', ' ')))
        .toList();
  }

  /** Days from the first of the span. */
  private double day(long millis) {
    return millis / DAY_MILLIS - span.from();
  }
}
