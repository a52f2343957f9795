package io.driftline.job.cli.chart;

import java.util.List;

/**
 * Lines over two axes that begin at 0, or over a logarithmic horizontal one where the values lie
 * far apart.
 *
 * @param title what it shows, in one line
 * @param description the same for those who cannot see it
 * @param xLabel with the unit
 * @param yLabel with the unit
 * @param pointLabel what the labels of the points are, for example {@code sensitivity}
 * @param series at most {@value #MOST_SERIES}, so that each can be told apart
 */
public record LineChart(
    String title,
    String description,
    String xLabel,
    String yLabel,
    String pointLabel,
    List<Series> series) {
  static final int MOST_SERIES = 5;

  public LineChart {
    series = List.copyOf(series);
    if (series.size() > MOST_SERIES) {
      throw new IllegalArgumentException(
          "at most " + MOST_SERIES + " lines can be told apart, were " + series.size());
    }
  }

  /** The picture, readable on light and on dark paper. */
  public String svg() {
    return new LineChartWriter(this).toString();
  }
}
