package io.driftline.job.savepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.driftline.job.state.StateVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * This release goes on from the savepoint of every state version there was, with all of its state:
 * Flink refuses a savepoint of which an operator would be left over. That of the present version is
 * made anew, until its release is tagged, by
 *
 * <pre>
 * ./mvnw -q -B test -pl models,job -Dtest=GoldenSavepointsITCase \
 *   -Dsurefire.failIfNoSpecifiedTests=false -Ddriftline.golden.update=true
 * </pre>
 */
@Timeout(900)
class GoldenSavepointsITCase {

  /** Restored by more subtasks than it was made by: the state has to be dealt out anew. */
  private static final int SLOTS_BEFORE = 1;

  private static final int SLOTS_AFTER = 2;
  private static final double FULL_BASELINE = 200;

  @TempDir private Path folder;

  @Test
  void thePresentVersionIsMadeAnewIfAsked() throws Exception {
    assumeTrue(Boolean.getBoolean("driftline.golden.update"), "only if asked");
    GoldenSavepoint golden = GoldenSavepoint.of(StateVersion.CURRENT);
    GoldenStream stream = GoldenStream.simulated();

    List<String> before;
    try (GoldenJob job = GoldenJob.on(InProcessCluster.of(SLOTS_BEFORE))) {
      job.start(null);
      job.play(stream, 1);
      golden.keep(job.stopWithSavepoint(folder));
      before = job.output().told();
    }
    stream.write(golden.stream());
    InProcessCluster cluster = InProcessCluster.of(SLOTS_AFTER);
    try (GoldenJob undisturbed = GoldenJob.on(cluster)) {
      undisturbed.start(null);
      undisturbed.play(stream, 1);
      undisturbed.play(stream, 2);
      cluster.drain(folder);
      golden.keep(
          before, without(undisturbed.output().told(), before), undisturbed.output().latest());
    }
  }

  @ParameterizedTest
  @MethodSource("golden")
  void isRestoredAndGoesOnWarm(GoldenSavepoint golden) throws Exception {
    GoldenStream stream = GoldenStream.read(golden.stream());
    InProcessCluster cluster = InProcessCluster.of(SLOTS_AFTER);
    try (GoldenJob job = GoldenJob.on(cluster)) {
      job.publishRead(stream, 1);
      job.start(golden.unpack(folder.resolve("golden")));
      job.play(stream, 2);
      cluster.drain(folder);

      assertThat(job.output().anomalies())
          .as("maturity comes from what was done before the savepoint")
          .anyMatch(each -> isWarm(each, stream));
      assertThat(job.output().told()).doesNotContainAnyElementsOf(golden.before());
      if (golden.release().equals(GoldenSavepoint.thisRelease())) {
        assertThat(job.output().told()).as("as without a savepoint").isEqualTo(golden.after());
        assertThat(job.output().latest()).isNotEmpty().isSubsetOf(golden.latest());
      }
    }
  }

  @Test
  void thePresentVersionIsAmongThem() throws IOException {
    assertThat(golden()).contains(GoldenSavepoint.of(StateVersion.CURRENT));
  }

  private static List<GoldenSavepoint> golden() throws IOException {
    return GoldenSavepoint.all();
  }

  /** The agent is known for more than it did since. */
  private static boolean isWarm(JsonNode anomaly, GoldenStream stream) {
    String agent = anomaly.path("agent").path("id").textValue();
    long since =
        stream.of(2, List.of(GoldenTopics.ACTIVITY)).stream()
            .filter(each -> agent.equals(each.key()))
            .count();
    return anomaly.path("maturity").asDouble() > since / FULL_BASELINE;
  }

  /** One of each is taken away: what was told twice stays once. */
  private static List<String> without(List<String> all, List<String> some) {
    List<String> left = new ArrayList<>(all);
    List<String> missing = some.stream().filter(each -> !left.remove(each)).toList();
    assertThat(missing).as("put out before the savepoint, and not without one").isEmpty();
    return left;
  }
}
