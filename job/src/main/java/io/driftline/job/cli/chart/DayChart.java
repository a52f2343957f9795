package io.driftline.job.cli.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Rows of stacked bars above each other, over the same days.
 *
 * @param title what it shows, in one line
 * @param description the same at length, for those who cannot see it
 * @param note how to read the flags, in one line
 * @param from the first day
 * @param days how many there are, at least 1
 * @param panels from the top down, at least one
 */
public record DayChart(
    String title, String description, String note, LocalDate from, int days, List<Panel> panels) {

  public DayChart {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(from, "from");
    panels = List.copyOf(panels);
    if (days < 1 || panels.isEmpty()) {
      throw new IllegalArgumentException(
          "a chart needs a day and a panel, had %d and %d".formatted(days, panels.size()));
    }
  }

  /** The picture, readable on light and on dark paper. */
  public String svg() {
    return new DayChartWriter(this).toString();
  }
}
