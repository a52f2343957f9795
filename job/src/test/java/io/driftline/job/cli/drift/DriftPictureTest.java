package io.driftline.job.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftEvent;
import io.driftline.job.TestActions;
import io.driftline.job.cli.chart.DayChart;
import io.driftline.job.cli.chart.Panel;
import io.driftline.job.cli.chart.Panel.Flag;
import io.driftline.job.cli.chart.Panel.Layer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DriftPictureTest {
  private static final long DAY = TimeUnit.DAYS.toMillis(1);

  private static DayChart chart(HoursByValue systems, DriftEvent... drifts) {
    Timeline timeline = Timeline.of(DriftEvents.days(60), DayRange.of(null, null), List.of(drifts));
    return DriftPicture.of(timeline, Map.of(DriftDimension.SYSTEM, systems));
  }

  /** On each of 60 days CRM in two hours, and each of ten small systems in one. */
  private static HoursByValue systems() {
    HoursByValue systems = new HoursByValue(DriftDimension.SYSTEM);
    for (int day = 0; day < 60; day++) {
      use(systems, "crm", day, 0);
      use(systems, "crm", day, 1);
      for (int small = 0; small < 10; small++) {
        use(systems, "small-" + small, day, 2);
      }
    }
    use(systems, "mail", 30, 2);
    return systems;
  }

  private static void use(HoursByValue systems, String system, int day, int hour) {
    long time = TestActions.MONDAY + day * DAY + TimeUnit.HOURS.toMillis(hour);
    systems.add(TestActions.action("a", "e", time, "s", system, "read", system + ":read", null));
  }

  @Test
  void showsARowForEachDimensionThatDriftedAndTheVolumeLast() {
    assertThat(chart(systems(), DriftEvents.errors(), DriftEvents.mixShift()).panels())
        .extracting(Panel::title)
        .containsExactly(
            "systems it uses, each week", "share of actions that fail, each week", "actions a day");
  }

  @Test
  void namesWhatDriftedAndTheHeaviestAndPutsTheOthersTogether() {
    List<Layer> layers = chart(systems(), DriftEvents.mixShift()).panels().get(0).layers();

    assertThat(layers)
        .extracting(Layer::name)
        .startsWith("crm", "small-0")
        .endsWith("mail", "4 others")
        .hasSize(9);
    assertThat(layers).filteredOn(Layer::rest).extracting(Layer::name).containsExactly("4 others");
    assertThat(layers.get(0).values().get(0)).isEqualTo(100 * 2 / 12.0);
    assertThat(layers.stream().mapToDouble(layer -> layer.values().get(4)).sum())
        .isCloseTo(100, within(1e-9));
  }

  @Test
  void failuresAreAShareOfActions() {
    Panel errors = chart(systems(), DriftEvents.errors()).panels().get(0);
    assertThat(errors.layers()).singleElement().extracting(Layer::values).asList().contains(25.0);
  }

  @Test
  void aFlagRunsFromTheDayItBeganToTheEndOfTheDayItWasFound() {
    assertThat(chart(systems(), DriftEvents.mixShift()).panels().get(0).flags())
        .containsExactly(new Flag(20, 30, "mix shift"));
  }

  @Test
  void anAgentWithoutDriftHasItsVolumeDrawn() {
    DayChart still = chart(systems());
    assertThat(still.panels()).extracting(Panel::title).containsExactly("actions a day");
    assertThat(still.note()).isEqualTo("No drift was found.");
    assertThat(still.svg()).doesNotContain("\u001b");
  }
}
