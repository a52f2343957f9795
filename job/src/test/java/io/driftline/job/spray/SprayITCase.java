package io.driftline.job.spray;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.job.Inputs;
import io.driftline.job.JobDefaults;
import io.driftline.job.Topology;
import io.driftline.job.cli.local.CollectedOutputs;
import io.driftline.job.cli.local.JobEnd;
import io.driftline.job.cli.local.LocalCluster;
import io.driftline.job.cli.local.LocalClusterSettings;
import io.driftline.job.cli.local.MemorySink;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobSettings;
import io.driftline.job.detect.ScoredAction;
import io.driftline.job.identify.Cohorts;
import io.driftline.job.ingest.ActivityWatermarks;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.Decoded;
import io.driftline.job.ingest.Rejection;
import io.driftline.job.state.Ordering;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.SimulatedAction;
import io.driftline.simulate.SimulationSettings;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/**
 * Whoever makes up agent ids neither fills the state nor changes what is known of real agents. In
 * full size, with a gigabyte of heap for all of Flink:
 *
 * <pre>
 * ./mvnw -q -B test -pl models,job -Dtest=SprayITCase -Dsurefire.failIfNoSpecifiedTests=false \
 *   -Ddriftline.spray.ids=10000000 -Ddriftline.spray.agents=200 -Ddriftline.test.heap=1g
 * </pre>
 */
@Timeout(7_200)
class SprayITCase {

  private static final long IDS = Long.getLong("driftline.spray.ids", 100_000);
  private static final int AGENTS = Integer.getInteger("driftline.spray.agents", 10);
  private static final int NEW_AGENTS = Integer.getInteger("driftline.spray.new-agents", 2_000);

  /** One for each power of ten up to a million, share and hour. */
  private static final long MOST_LETTERS = 7L * JobDefaults.MAX_PARALLELISM * 3 * 24;

  private static final String MADE_UP = "made-up-";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void changesNothingForRealAgents(TestReporter reporter) throws Exception {
    Run quiet = run(0);
    Run sprayed = run(IDS);

    reporter.publishEntry("quiet", quiet.figures());
    reporter.publishEntry("sprayed", sprayed.figures());
    assertThat(sprayed.scores).isEqualTo(quiet.scores);
    assertThat(sprayed.madeUp).as("let in").isPositive().isLessThanOrEqualTo(mostLetIn());
    assertThat(sprayed.letters).as("told, and not for each").isPositive().isLessThan(MOST_LETTERS);
    assertThat(quiet.letters).isZero();
  }

  /** Each share rounds its part up, and the stream lasts three days. */
  private static long mostLetIn() {
    return 3L * (NEW_AGENTS + JobDefaults.MAX_PARALLELISM);
  }

  private static final class Run {
    Map<String, Double> scores = new TreeMap<>();
    long records;
    long madeUp;
    long letters;
    double seconds;
    long heap;
    long state;

    String figures() {
      return String.format(
          Locale.ROOT,
          "%,d records in %.0f s (%,.0f/s), %,d made-up agents let in, %,d letters,"
              + " old generation after collection at most %,d MB of %,d MB, last checkpoint %,d MB",
          records,
          seconds,
          records / seconds,
          madeUp,
          letters,
          heap >> 20,
          Runtime.getRuntime().maxMemory() >> 20,
          state >> 20);
    }
  }

  private static Run run(long ids) throws Exception {
    EnterpriseSimulator simulator = new EnterpriseSimulator(settings());
    List<AgentAction> real = simulator.stream().map(SimulatedAction::action).toList();
    long perAction = ids / real.size();
    Run run = new Run();
    run.records = real.size() * (1 + perAction);
    try (Scores scores = new Scores();
        LocalCluster cluster = LocalCluster.start(LocalClusterSettings.ofSlots(2))) {
      StreamExecutionEnvironment env = cluster.environment(jobOptions());
      env.setParallelism(2);
      JobSettings settings = jobSettings(simulator);
      Topology.define(Inputs.activityOnly(activity(env, real, perAction)), scores, settings);
      long started = System.nanoTime();
      JobClient job = env.executeAsync("spray");
      watch(job, cluster, run);
      run.seconds = (System.nanoTime() - started) / 1e9;
      scores.into(run);
    }
    return run;
  }

  private static SimulationSettings settings() {
    return SimulationSettings.defaults().withAgents(AGENTS).withPeople(2 * AGENTS).withDays(3);
  }

  private static Configuration jobOptions() {
    return JobDefaults.under(
        new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "none"));
  }

  private static JobSettings jobSettings(EnterpriseSimulator simulator) {
    Configuration config =
        new Configuration()
            .set(DriftlineOptions.ORDER, Ordering.EVENT_TIME)
            .set(DriftlineOptions.NEW_AGENTS, NEW_AGENTS);
    return JobSettings.of(
        config,
        Cohorts.of(simulator.enterprise().registry()),
        io.driftline.feature.SensitivityTable.shipped(),
        io.driftline.forest.DefaultModel.stored());
  }

  /** Behind each real action come as many as it takes, each of another agent, of the same time. */
  private static DataStream<Decoded> activity(
      StreamExecutionEnvironment env, List<AgentAction> real, long perAction) {
    AgentAction[] actions = real.toArray(AgentAction[]::new);
    Mix mix = new Mix(actions, 1 + perAction);
    return env.fromSequence(0, actions.length * (1 + perAction) - 1)
        .uid("numbers")
        .setParallelism(1)
        .map(mix::at)
        .returns(TypeInformation.of(Decoded.class))
        .uid("activity")
        .setParallelism(1)
        .assignTimestampsAndWatermarks(
            ActivityWatermarks.of(Duration.ofSeconds(10), Duration.ofSeconds(30)))
        .uid("activity-time")
        .setParallelism(1);
  }

  private static final class Mix implements java.io.Serializable {

    private static final long serialVersionUID = 1L;
    private static final Map<Integer, AgentAction[]> REAL =
        new java.util.concurrent.ConcurrentHashMap<>();

    private final int id;
    private final long each;

    Mix(AgentAction[] actions, long each) {
      this.id = REAL.size();
      this.each = each;
      REAL.put(id, actions);
    }

    Decoded at(long index) {
      AgentAction action = REAL.get(id)[(int) (index / each)];
      return Decoded.of(index % each == 0 ? action : madeUp(action, index));
    }

    private static AgentAction madeUp(AgentAction like, long index) {
      return new AgentAction(
          "e" + index,
          like.time(),
          new Agent(MADE_UP + index, like.agent().kind(), null, null, null),
          like.requester(),
          null,
          null,
          null,
          like.system(),
          like.action(),
          like.permission(),
          like.resource(),
          like.outcome(),
          like.credential(),
          like.sourceIp(),
          like.bytes());
    }
  }

  private static void watch(JobClient job, LocalCluster cluster, Run run) throws Exception {
    JobEnd ended = JobEnd.of(job);
    do {
      run.heap = Math.max(run.heap, oldGenerationAfterCollection());
    } while (!ended.await(Duration.ofMillis(500)));
    run.state = lastCheckpoint(job, cluster);
  }

  private static long oldGenerationAfterCollection() {
    long most = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      boolean old = pool.getName().contains("Old") || pool.getName().contains("Tenured");
      if (old && pool.getCollectionUsage() != null) {
        most = Math.max(most, pool.getCollectionUsage().getUsed());
      }
    }
    return most;
  }

  private static long lastCheckpoint(JobClient job, LocalCluster cluster) throws Exception {
    JsonNode checkpoints =
        MAPPER.readTree(
            cluster.webPage().resolve("/jobs/" + job.getJobID() + "/checkpoints").toURL());
    return checkpoints.path("latest").path("completed").path("state_size").asLong();
  }

  /** Keeps the scores of real actions, and counts the others. */
  private static final class Scores extends CollectedOutputs {

    private final MemorySink<ScoredAction> scores = new MemorySink<>();

    @Override
    public boolean wantsScores() {
      return true;
    }

    @Override
    public void scores(DataStream<ScoredAction> stream) {
      stream.sinkTo(scores).uid("collect-scores");
    }

    void into(Run run) {
      for (ScoredAction each : scores.results()) {
        if (each.agentId().startsWith(MADE_UP)) {
          run.madeUp++;
        } else {
          run.scores.put(each.agentId() + "/" + each.eventId(), each.score());
        }
      }
      for (DeadLetter each : deadLetters()) {
        run.letters += each.reason() == Rejection.UNADMITTED ? 1 : 0;
      }
    }

    @Override
    public void close() {
      super.close();
      scores.close();
    }
  }
}
