package io.driftline.job.savepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** State is found again by the uid of its operator: each has one, and none ever changes. */
class OperatorUidsTest {

  private static final Path FROZEN =
      Path.of("src", "test", "resources", "savepoints", "operator-uids.txt");

  @Test
  void areThoseThatEveryReleaseHasHad() throws Exception {
    List<String> uids =
        WholeJob.graph().getStreamNodes().stream().map(OperatorUidsTest::uid).sorted().toList();

    assertThat(uids).doesNotHaveDuplicates();
    if (Boolean.getBoolean("driftline.golden.update")) {
      Files.write(FROZEN, uids);
    }
    assertThat(uids)
        .as("add a new one to %s; one that is gone leaves its state behind", FROZEN)
        .isEqualTo(Files.readAllLines(FROZEN));
  }

  private static String uid(StreamNode node) {
    return Objects.requireNonNull(
        node.getTransformationUID(), () -> node.getOperatorName() + " has no uid");
  }
}
