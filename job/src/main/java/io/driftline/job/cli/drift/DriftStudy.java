package io.driftline.job.cli.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Plays the enterprises, several at a time, each on one thread; in the report they are in order.
 */
final class DriftStudy {
  private final StudySettings settings;
  private final WatchedAgent.Factory factory;

  DriftStudy(StudySettings settings, WatchedAgent.Factory factory) {
    this.settings = settings;
    this.factory = factory;
  }

  /**
   * @param threads how many enterprises are played at a time; the report does not depend on it
   * @param seen told each enterprise in order, in the calling thread
   */
  StudyReport run(int threads, Consumer<EnterpriseRun> seen) throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<EnterpriseRun>> playing =
          IntStream.range(0, settings.enterprises())
              .mapToObj(number -> workers.submit(() -> play(number)))
              .toList();
      List<EnterpriseRun> runs = new ArrayList<>();
      for (Future<EnterpriseRun> each : playing) {
        runs.add(result(each));
        seen.accept(runs.get(runs.size() - 1));
      }
      return StudyReport.of(settings, runs);
    } finally {
      workers.shutdownNow();
    }
  }

  private EnterpriseRun play(int number) {
    return EnterpriseRun.play(settings.enterprise(number), settings, factory);
  }

  private static EnterpriseRun result(Future<EnterpriseRun> playing) throws InterruptedException {
    try {
      return playing.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an enterprise could not be played: " + e.getCause(), e);
    }
  }
}
