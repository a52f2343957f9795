package io.driftline.job.cli.drift;

import io.driftline.drift.DriftSignal;
import io.driftline.drift.ShareChange;
import io.driftline.explain.PlainText;
import io.driftline.job.cli.chart.Panel;
import io.driftline.job.cli.chart.Panel.Layer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The shares of a dimension's values as layers of a panel, in percent of its hours of use. Those
 * that a drift tells of come before others, and what is left over is one grey layer.
 */
final class ShareLayers {

  private ShareLayers() {}

  /**
   * The layers, the most used value at the bottom.
   *
   * @param drifts of this dimension
   * @param hours of this dimension
   */
  static List<Layer> of(List<DriftSignal> drifts, HoursByValue hours, Slots slots) {
    List<String> heaviest = hours.heaviest(slots.span());
    Set<String> named = named(drifts, heaviest);
    List<Layer> layers = new ArrayList<>();
    for (String value : heaviest) {
      if (named.contains(value)) {
        layers.add(layer(name(value), false, slots, days -> share(hours, value, days)));
      }
    }
    int others = heaviest.size() - layers.size();
    if (others > 0) {
      String name = others == 1 ? "1 other" : "%,d others".formatted(others);
      layers.add(layer(name, true, slots, days -> rest(hours, named, days)));
    }
    return layers;
  }

  /** A layer whose height follows from the days of each slot. */
  static Layer layer(String name, boolean rest, Slots slots, ToDoubleFunction<DayRange> height) {
    return new Layer(
        name, rest, slots.ranges().stream().map(days -> height.applyAsDouble(days)).toList());
  }

  /** In percent; 0 of nothing. */
  static double percent(long part, long all) {
    return all == 0 ? 0 : 100.0 * part / all;
  }

  private static Set<String> named(List<DriftSignal> drifts, List<String> heaviest) {
    Set<String> named = new LinkedHashSet<>();
    Stream.concat(
            drifts.stream()
                .flatMap(drift -> drift.changes().stream())
                .map(ShareChange::value)
                .filter(heaviest::contains),
            heaviest.stream())
        .forEach(
            value -> {
              if (named.size() < Panel.MOST_LAYERS) {
                named.add(value);
              }
            });
    return named;
  }

  private static double share(HoursByValue hours, String value, DayRange days) {
    return percent(hours.count(value, days), hours.total(days));
  }

  private static double rest(HoursByValue hours, Set<String> named, DayRange days) {
    long total = hours.total(days);
    long told = named.stream().mapToLong(value -> hours.count(value, days)).sum();
    return percent(total - told, total);
  }

  private static String name(String value) {
    return value == null ? "none stated" : PlainText.of(value);
  }
}
