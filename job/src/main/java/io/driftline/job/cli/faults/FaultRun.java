package io.driftline.job.cli.faults;

import io.driftline.job.cli.cluster.Await;
import io.driftline.job.cli.cluster.Checkpoint;
import io.driftline.job.cli.cluster.ProcessCluster;
import io.driftline.job.cli.cluster.RunningJob;
import io.driftline.job.cli.cluster.Submission;
import io.driftline.job.config.OutputTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;

/** One run of the job over all events, as a {@link Fault} sees it. */
public final class FaultRun {

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /** So much of a part is worked off before something is done to it, if it is a large one. */
  private static final double INTO_A_PART = 0.25;

  private static final long LARGE_PART = 50_000;

  private final ProcessCluster cluster;
  private final Admin admin;
  private final JobProgress progress;
  private final EventFile events;
  private final Feed feed;
  private final int partitions;
  private double from;
  private double to = 1;
  private final List<Duration> recoveries = new ArrayList<>();
  private final List<Duration> outputs = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Submission submission;
  private RunningJob job;
  private long deadLetters;

  FaultRun(
      ProcessCluster cluster,
      Admin admin,
      OutputTopics topics,
      EventFile events,
      Feed feed,
      int partitions,
      Submission submission)
      throws Exception {
    this.cluster = cluster;
    this.admin = admin;
    this.progress = new JobProgress(admin, topics);
    this.events = events;
    this.feed = feed;
    this.partitions = partitions;
    this.submission = submission;
    this.job = cluster.submit(submission);
  }

  public ProcessCluster cluster() {
    return cluster;
  }

  public RunningJob job() {
    return job;
  }

  Admin admin() {
    return admin;
  }

  EventFile events() {
    return events;
  }

  int partitions() {
    return partitions;
  }

  Feed feed() {
    return feed;
  }

  /** What follows happens within a share of the events: from 0 to 1 is all of them. */
  void within(double from, double to) {
    this.from = from;
    this.to = to;
  }

  /** Publishes until {@code share} of the events that it happens within are out. */
  void feedTo(double share) throws Exception {
    feed.upTo(overall(share));
  }

  /** The same, with what is usually for one partition sent to another, and garbage in between. */
  void feedTo(double share, IntUnaryOperator elsewhere, Garbage garbage) throws Exception {
    feed.upTo(overall(share), elsewhere, garbage);
  }

  /** How many events are out by then. */
  long eventsAt(double share) {
    return Math.round(overall(share) * events.count());
  }

  private double overall(double share) {
    return from + share * (to - from);
  }

  /**
   * Publishes the next part of the events and returns while the job is working on it, with all of
   * the parts before behind it.
   *
   * @param part counted from 1
   * @param parts how many there are, after the last of which {@link #feedTheRest} is due
   */
  public void intoPart(int part, int parts) throws Exception {
    double begin = (double) part / (parts + 1);
    double end = (double) (part + 1) / (parts + 1);
    feedTo(begin);
    awaitRead(feed.records());
    long before = feed.records();
    feedTo(end);
    long size = feed.records() - before;
    if (size >= LARGE_PART) {
      awaitRead(before + Math.round(INTO_A_PART * size));
    }
  }

  /** Publishes what is left. */
  public void feedTheRest() throws Exception {
    feedTo(1);
  }

  /** Waits until the job has read, and a checkpoint covers, so many records. */
  void awaitRead(long records) throws Exception {
    Await.until(
        "the job has read %,d of %,d records".formatted(records, feed.records()),
        PATIENCE,
        () -> progress.read() >= records);
  }

  /**
   * Waits until a checkpoint covers so many records about agents and people: on a busy machine they
   * may count as read before the first has come, and what is judged by none is judged otherwise.
   */
  void awaitRegistry(long records) throws Exception {
    Await.until(
        "the job has read %,d records of the registry".formatted(records),
        PATIENCE,
        () -> progress.readOfRegistry() >= records);
  }

  /**
   * Waits until a checkpoint is complete that was begun after {@code up}, and then until more is
   * committed or nothing is left to be read; notes how long it took since {@code fault}.
   */
  public void awaitRecovery(Instant fault, Instant up) throws Exception {
    long before = progress.committedAudit();
    recoveries.add(Duration.between(fault, job.awaitCheckpointBegunAfter(up).completed()));
    Await.until(
        "output goes on or all is read",
        PATIENCE,
        () -> hasGoneOnSince(before) || progress.read() >= feed.records());
    if (hasGoneOnSince(before)) {
      outputs.add(Duration.between(fault, Instant.now()));
    }
  }

  /** Waits until more of the audit trail is committed than there is now; notes how long it took. */
  void awaitOutput(Instant fault) throws Exception {
    long before = progress.committedAudit();
    Await.until("output goes on", PATIENCE, () -> hasGoneOnSince(before));
    outputs.add(Duration.between(fault, Instant.now()));
  }

  private boolean hasGoneOnSince(long before) throws Exception {
    return progress.committedAudit() > before + events.count() / 1000;
  }

  /** Says how many records are to be refused; none, if it is not called. */
  void expectDeadLetters(long count) {
    deadLetters = count;
  }

  long expectedDeadLetters() {
    return deadLetters;
  }

  /** Notes what the report is to say besides. */
  public void note(String note) {
    notes.add(note);
  }

  /**
   * Stops the job with a savepoint, and lets the same job go on from there as {@code change} makes
   * it: with other subtasks, or from another jar.
   */
  public void goOnWith(UnaryOperator<Submission> change) throws Exception {
    Instant stopped = Instant.now();
    String savepoint = job.stop();
    submission = change.apply(submission).from(savepoint);
    job = cluster.submit(submission);
    awaitRecovery(stopped, stopped);
  }

  /**
   * Lets event time pass everything, and stops the job when all that comes of it is covered by a
   * checkpoint.
   */
  void finish(Instant closing) throws Exception {
    feed.close(partitions, closing);
    awaitEventTime();
    String unused = job.stop();
  }

  /** Waits until all that can come of what was published is written, and a checkpoint covers it. */
  void awaitEventTime() throws Exception {
    long passed = feed.eventTime() - FaultSuite.OUT_OF_ORDERNESS.toMillis() - 1;
    Await.until(
        "event time has passed " + Instant.ofEpochMilli(passed),
        PATIENCE,
        () -> job.eventTime("outputs") >= passed);
    Checkpoint unused = job.awaitCheckpointBegunAfter(Instant.now());
  }

  /**
   * Waits until nothing holds the readers of any output back any more.
   *
   * @throws IllegalStateException if a transaction was left open
   */
  void awaitNothingOpen() throws Exception {
    Await.until("no transaction is open", Duration.ofSeconds(30), () -> !progress.hasOpenOutput());
  }

  /** From each fault to the next checkpoint that was begun after it. */
  List<Duration> recoveries() {
    return recoveries;
  }

  /** From each fault until output went on. */
  List<Duration> outputs() {
    return outputs;
  }

  List<String> notes() {
    return notes;
  }
}
