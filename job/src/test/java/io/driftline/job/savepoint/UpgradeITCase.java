package io.driftline.job.savepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.driftline.activity.AgentAction;
import io.driftline.job.state.StateVersion;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.SimulatedAction;
import io.driftline.simulate.SimulationSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a cluster of processes, the job goes on from the golden savepoint of the present state version
 * as if it had never been stopped, for as many events as one likes:
 *
 * <pre>
 * ./mvnw -q -B test -pl models,job -Dtest=UpgradeITCase -Dsurefire.failIfNoSpecifiedTests=false \
 *   -Ddriftline.upgrade.events=2000000 -Ddriftline.test.heap=4g
 * </pre>
 *
 * <p>{@link GoldenSavepointsITCase} shows the same in one process, with the events of the stream.
 */
@Timeout(7200)
class UpgradeITCase {

  private static final int EVENTS = Integer.getInteger("driftline.upgrade.events", 0);
  private static final int TASK_MANAGERS = 2;
  private static final int DAYS = 10;
  private static final int FEWEST_AGENTS = 8;
  private static final int EVENTS_PER_AGENT = 1_000;
  private static final double MARGIN = 1.5;
  private static final int MANY_EVENTS = 200_000;

  @TempDir private Path folder;

  @Test
  void goesOnAsIfItHadNeverBeenStopped(TestReporter reporter) throws Exception {
    assumeTrue(
        EVENTS > 0, "only if asked: it takes two clusters of processes, one after the other");
    GoldenSavepoint golden = GoldenSavepoint.of(StateVersion.CURRENT);
    GoldenStream stream = GoldenStream.read(golden.stream());

    List<String> expected = new ArrayList<>(neverStopped(stream));
    List<String> upgraded = upgraded(golden, stream);

    golden.before().forEach(expected::remove);
    reporter.publishEntry("records", "%,d".formatted(upgraded.size()));
    assertThat(upgraded)
        .as("event time has not passed the last")
        .hasSizeGreaterThan(EVENTS * 9 / 10);
    assertThat(upgraded.equals(expected)).as(difference(upgraded, expected)).isTrue();
  }

  private List<String> neverStopped(GoldenStream stream) throws Exception {
    try (GoldenJob job = prepare()) {
      job.start(null);
      job.play(stream, 1);
      return goOn(job, stream);
    }
  }

  private List<String> upgraded(GoldenSavepoint golden, GoldenStream stream) throws Exception {
    try (GoldenJob job = prepare()) {
      job.publishRead(stream, 1);
      job.start(golden.unpack(folder.resolve("golden")));
      return goOn(job, stream);
    }
  }

  private List<String> goOn(GoldenJob job, GoldenStream stream) throws Exception {
    job.play(stream, 2);
    job.play(more());
    Path unused = job.stopWithSavepoint(folder);
    return job.output().told();
  }

  private static GoldenJob prepare() throws Exception {
    Duration interval = Duration.ofSeconds(EVENTS < MANY_EVENTS ? 1 : 10);
    return GoldenJob.on(ProcessesCluster.of(TASK_MANAGERS, interval));
  }

  /** What is done after the stream. */
  private static Iterator<AgentAction> more() {
    int agents = Math.max(FEWEST_AGENTS, EVENTS / EVENTS_PER_AGENT);
    SimulationSettings settings =
        SimulationSettings.defaults()
            .withStart(GoldenStream.END)
            .withDays(DAYS)
            .withAgents(agents)
            .withPeople(2 * agents)
            .withActionsPerAgentDay(MARGIN * EVENTS / agents / DAYS);
    return new EnterpriseSimulator(settings)
        .stream().map(SimulatedAction::action).limit(EVENTS).iterator();
  }

  private static String difference(List<String> actual, List<String> expected) {
    List<String> more = new ArrayList<>(actual);
    List<String> fewer = new ArrayList<>(expected);
    return "%,d told, %,d expected; first at %s"
        .formatted(more.size(), fewer.size(), firstDifference(more, fewer));
  }

  private static String firstDifference(List<String> some, List<String> others) {
    for (int i = 0; i < Math.min(some.size(), others.size()); i++) {
      if (!some.get(i).equals(others.get(i))) {
        return some.get(i) + " / " + others.get(i);
      }
    }
    return "the end";
  }
}
