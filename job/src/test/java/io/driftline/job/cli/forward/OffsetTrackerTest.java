package io.driftline.job.cli.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OffsetTrackerTest {

  private final OffsetTracker tracker = new OffsetTracker();

  @Test
  void standsAtTheOldestUnfinished() {
    read(10, 11, 12);
    tracker.finish(12);
    assertThat(tracker.position()).isEqualTo(10);
    tracker.finish(10);
    assertThat(tracker.position()).isEqualTo(11);
    tracker.finish(11);
    assertThat(tracker.position()).isEqualTo(13);
  }

  @Test
  void gapsOfTransactionsAndCompactionAreNoObstacle() {
    read(3, 7, 20);
    tracker.finish(3);
    assertThat(tracker.position()).isEqualTo(7);
    tracker.finish(7);
    tracker.finish(20);
    assertThat(tracker.position()).isEqualTo(21);
  }

  @Test
  void finishingTwiceChangesNothing() {
    read(1, 2);
    assertThat(tracker.finish(1)).isEqualTo(5);
    assertThat(tracker.finish(1)).isZero();
    assertThat(tracker.position()).isEqualTo(2);
    assertThat(tracker.bytes()).isEqualTo(5);
  }

  @Test
  void countsWhatWasReadBeyondTheOldestUnfinished() {
    read(1, 2, 3, 4);
    tracker.finish(2);
    tracker.finish(3);
    assertThat(tracker.window()).isEqualTo(4);
    assertThat(tracker.unfinished()).isEqualTo(2);
    tracker.finish(1);
    assertThat(tracker.window()).isEqualTo(1);
  }

  @Test
  void hasSomethingToCommitOnceItMoved() {
    read(1, 2);
    tracker.committed(1);
    tracker.finish(2);
    assertThat(tracker.isToCommit()).isFalse();
    tracker.finish(1);
    assertThat(tracker.isToCommit()).isTrue();
    tracker.committed(3);
    assertThat(tracker.isToCommit()).isFalse();
  }

  @Test
  void neverPassesAnythingUnfinishedInWhateverOrderTheyFinish() {
    List<Long> open = new ArrayList<>();
    for (long offset = 0; offset < 200; offset++) {
      read(offset);
      open.add(offset);
    }
    List<Long> order = new ArrayList<>(open);
    Collections.shuffle(order, new Random(3));
    for (Long offset : order) {
      tracker.finish(offset);
      open.remove(offset);
      long expected = open.isEmpty() ? 200 : open.get(0);
      assertThat(tracker.position()).isEqualTo(expected);
    }
    assertThat(tracker.bytes()).isZero();
  }

  private void read(long... offsets) {
    for (long offset : offsets) {
      tracker.read(offset, 5);
    }
  }
}
