package io.driftline.job.cli.chart;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * One row of a {@link DayChart}.
 *
 * @param title what it shows
 * @param unit of the vertical axis, which begins at 0
 * @param slots where bars stand, in order of time
 * @param layers of each bar, from the bottom up; at most {@value #MOST_LAYERS} besides a rest
 * @param flags what is pointed at
 */
public record Panel(
    String title, String unit, List<Slot> slots, List<Layer> layers, List<Flag> flags) {

  /** More cannot be told apart. */
  public static final int MOST_LAYERS = 8;

  public Panel {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(unit, "unit");
    slots = List.copyOf(slots);
    layers = List.copyOf(layers);
    flags = List.copyOf(flags);
    requireApart(layers);
    for (Layer layer : layers) {
      if (layer.values().size() != slots.size()) {
        throw new IllegalArgumentException(
            "a layer needs a value for each of %d slots, %s has %d"
                .formatted(slots.size(), layer.name(), layer.values().size()));
      }
    }
  }

  /**
   * The height of the highest bar, to six decimals, so that shares sum up to 100; 0 without any.
   */
  double highest() {
    return IntStream.range(0, slots.size())
        .mapToDouble(slot -> layers.stream().mapToDouble(each -> each.values().get(slot)).sum())
        .map(sum -> Math.rint(sum * 1e6) / 1e6)
        .max()
        .orElse(0);
  }

  private static void requireApart(List<Layer> layers) {
    long named = layers.stream().filter(layer -> !layer.rest()).count();
    if (named > MOST_LAYERS) {
      throw new IllegalArgumentException(
          "at most " + MOST_LAYERS + " layers can be told apart, were " + named);
    }
  }

  /**
   * Days that share a bar, counted from the chart's first.
   *
   * @param from the first of them
   * @param to the one after the last
   */
  public record Slot(int from, int to) {

    public Slot {
      if (from < 0 || from >= to) {
        throw new IllegalArgumentException("a slot needs a day, was " + from + " to " + to);
      }
    }
  }

  /**
   * One part of every bar.
   *
   * @param rest whether it holds all that has no layer of its own, and stays grey
   * @param values one for each slot, finite and at least 0
   */
  public record Layer(String name, boolean rest, List<Double> values) {

    public Layer {
      Objects.requireNonNull(name, "name");
      values = List.copyOf(values);
      for (double value : values) {
        if (!(value >= 0 && Double.isFinite(value))) {
          throw new IllegalArgumentException("a bar must be finite and at least 0, was " + value);
        }
      }
    }
  }

  /**
   * A change that began at one time and was found at another, in days from the chart's first.
   *
   * @param label what it is; left out where there is no room
   */
  public record Flag(double began, double found, String label) {

    public Flag {
      Objects.requireNonNull(label, "label");
      if (!(began < found)) {
        throw new IllegalArgumentException(
            "a change begins before it is found, got " + began + " and " + found);
      }
    }
  }
}
