package io.driftline.job.cli.demo;

import io.driftline.activity.AgentAction;
import io.driftline.decide.Anomaly;
import io.driftline.job.cli.ActivityProducer;
import io.driftline.job.cli.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Lets simulated agents work, some of them under attack, and shows what the job makes of it. */
public final class Demo {

  /** What stopping takes, and the last checkpoints before it. */
  private static final Duration RESERVE = Duration.ofSeconds(6);

  private static final Duration SHORTEST_WATCH = Duration.ofSeconds(10);
  private static final Duration TURN = Duration.ofMillis(200);

  private final DemoSettings settings;
  private final InstantSource clock;
  private final PrintWriter out;
  private final Paint paint;
  private final Instant start;
  private final DemoScenario scenario;
  private final Scoreboard board = new Scoreboard();
  private final Narrator narrator;

  /** A demo that is paced by {@code clock} and told to {@code out}. */
  public Demo(DemoSettings settings, InstantSource clock, PrintWriter out) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.clock = clock;
    this.out = out;
    this.paint = Paint.of(settings.colour());
    this.start = clock.instant();
    this.scenario = DemoScenario.of(settings.seed());
    this.narrator = new Narrator(out, paint, scenario.truth(), clock);
  }

  /** Runs to the end and reports. */
  public void run() throws Exception {
    say(
        "%s  %d simulated AI agents, %d scripted attacks, one process, %d s",
        paint.strong("Driftline demo"),
        scenario.registry().size(),
        scenario.truth().lengths().size(),
        settings.duration().toSeconds());
    try (DemoSystem system = started()) {
      say("web page  %s  (Flink's own: the job, its rates, its checkpoints)", system.webPage());
      play(system);
      say(
          "%s",
          ClosingReport.of(scenario, board, elapsed(), system.webPage(), paint).stripTrailing());
    }
  }

  private DemoSystem started() throws Exception {
    say("starting  a Kafka broker, a Flink cluster and the job between them");
    return DemoSystem.start(settings.webPort(), scenario.registry());
  }

  private void play(DemoSystem system) throws Exception {
    try (ActivityProducer producer = system.producer();
        KafkaAnomalyFeed feed = system.anomalies()) {
      learn(system, producer, feed);
      watch(producer, feed);
      awaitProcessed(
          system, feed, scenario.clean().size() + scenario.watched().size(), "catching up");
      system.stopJob();
      take(feed.rest());
      narrator.end();
    }
  }

  private void learn(DemoSystem system, ActivityProducer producer, AnomalyFeed feed)
      throws Exception {
    List<AgentAction> clean = scenario.clean();
    say("learning  %,d harmless actions of %d agents", clean.size(), scenario.registry().size());
    Instant from = clock.instant();
    clean.forEach(producer::send);
    producer.flush();
    awaitProcessed(system, feed, clean.size(), "learning");
    double seconds = Duration.between(from, clock.instant()).toMillis() / 1e3;
    say("          done in %.1f s: each agent now has a baseline, each group a model", seconds);
  }

  private void watch(ActivityProducer producer, AnomalyFeed feed) throws Exception {
    Duration span = watchSpan();
    say(
        "watching  %,d more actions, %d days in %d s; each anomaly as it is raised:%n",
        scenario.watched().size(), scenario.days(), span.toSeconds());
    Pacing pacing = new Pacing(scenario.watched().size(), clock.instant(), span);
    new Replay(producer::send, feed, clock).run(scenario.watched(), pacing, this::take);
    producer.flush();
  }

  private Duration watchSpan() {
    Duration left = settings.duration().minus(elapsed()).minus(RESERVE);
    return left.compareTo(SHORTEST_WATCH) < 0 ? SHORTEST_WATCH : left;
  }

  private void awaitProcessed(DemoSystem system, AnomalyFeed feed, int wanted, String work)
      throws Exception {
    try (Progress progress = Progress.onStderr(work)) {
      for (long done = 0; done < wanted; done = system.processed()) {
        progress.update(done, wanted);
        take(feed.poll(TURN));
      }
    }
  }

  private void take(List<Anomaly> anomalies) {
    for (Anomaly anomaly : anomalies) {
      if (anomaly.time().isBefore(scenario.attackStart())) {
        board.addWhileLearning();
      } else {
        Tag tag = Tag.of(anomaly, scenario.truth());
        board.add(tag, elapsed());
        narrator.tell(anomaly, tag);
      }
    }
    narrator.pause();
  }

  private Duration elapsed() {
    return Duration.between(start, clock.instant());
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
