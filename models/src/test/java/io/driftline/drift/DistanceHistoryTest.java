package io.driftline.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import org.junit.jupiter.api.Test;

class DistanceHistoryTest {

  private static final long DAY = 20_000;

  @Test
  void keepsTheLatestDaysAndLeavesOutThoseThatWereSkipped() {
    DistanceHistory history = history(10, 0.25, 0.5, 0.75);
    history.put(DAY + 9, 1);
    assertEquals(0.25, history.on(DAY));
    assertTrue(Double.isNaN(history.on(DAY + 5)));
    assertEquals(new DistanceHistory.Summary(3, 0.5, 0.75), history.summary(DAY, DAY + 8));
    history.put(DAY + 11, 1);
    assertTrue(Double.isNaN(history.on(DAY + 1)));
    assertTrue(Double.isNaN(history.on(DAY + 12)));
    assertEquals(0, history.summary(DAY - 9, DAY).days());
  }

  @Test
  void takesEveryStepThDayThatIsThere() {
    DistanceHistory history = history(10, 0.125, 0.25, 0.5, 0.75, 1);
    assertArrayEquals(new double[] {1, 0.5, 0.125}, history.every(2, DAY + 4, DAY - 6).toArray());
    assertArrayEquals(new double[] {1, 0.5}, history.every(2, DAY + 4, DAY + 1).toArray());
  }

  @Test
  void tellsSinceWhenADistanceIsExceeded() {
    DistanceHistory history = history(10, 0.5, 0.125, 0.5, 0.75, 1);
    assertEquals(DAY + 2, history.exceedsSince(0.25, DAY + 4, DAY - 3));
    assertEquals(DAY + 3, history.exceedsSince(0.25, DAY + 4, DAY + 3));
  }

  @Test
  void isReadByAReleaseThatKeepsFewerDays() {
    StateWriter out = new StateWriter();
    history(10, 0.5, 0.25, 1).write(out);
    DistanceHistory read = DistanceHistory.read(new StateReader(out.toBytes()), 2);
    assertTrue(Double.isNaN(read.on(DAY)));
    assertEquals(0.25, read.on(DAY + 1));
    assertEquals(1, read.on(DAY + 2));
  }

  private static DistanceHistory history(int days, double... distances) {
    DistanceHistory history = new DistanceHistory(days);
    for (int i = 0; i < distances.length; i++) {
      history.put(DAY + i, distances[i]);
    }
    return history;
  }
}
