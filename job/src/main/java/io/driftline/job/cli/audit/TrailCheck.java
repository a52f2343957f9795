package io.driftline.job.cli.audit;

import io.driftline.audit.AuditSeal;
import io.driftline.audit.ChainCheck;
import io.driftline.job.ingest.SourcePosition;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Checks all chains of a trail at once. Records are read and hashed by all processors, some batches
 * ahead; memory grows with the number of chains and not with that of records.
 */
final class TrailCheck {

  private static final int BATCHES_AHEAD = 8;
  private static final int FAULTS_KEPT = 20;

  private final Map<ChainName, AuditSeal> verified;
  private final Map<ChainName, AuditSeal> sealed;
  private final Map<ChainName, CheckedChain> chains = new HashMap<>();
  private final List<ReadRecord> unreadable = new ArrayList<>();
  private long records;
  private long complete;
  private long unreadableRecords;

  /**
   * @param verified how the chains ended when they were verified before
   * @param sealed their latest seals
   */
  TrailCheck(Map<ChainName, AuditSeal> verified, Map<ChainName, AuditSeal> sealed) {
    this.verified = verified;
    this.sealed = sealed;
    verified.keySet().forEach(this::chain);
    sealed.keySet().forEach(this::chain);
  }

  /** Checks a trail to its end. */
  void check(Trail trail) throws IOException {
    ExecutorService readers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      Deque<Future<List<ReadRecord>>> ahead = new ArrayDeque<>();
      for (var batch = trail.next(); !batch.isEmpty(); batch = trail.next()) {
        List<Trail.Entry> entries = batch;
        ahead.add(readers.submit(() -> RecordReader.readAll(entries)));
        if (ahead.size() > BATCHES_AHEAD) {
          take(ahead.remove());
        }
      }
      while (!ahead.isEmpty()) {
        take(ahead.remove());
      }
    } finally {
      readers.shutdownNow();
    }
  }

  /** What was found; all trails are checked. */
  TrailReport report() {
    return new TrailReport(
        records,
        complete,
        unreadableRecords,
        unreadable,
        chains.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getValue().report(entry.getKey()))
            .toList(),
        !sealed.isEmpty());
  }

  private void take(Future<List<ReadRecord>> read) {
    try {
      read.get().forEach(this::take);
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading records failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while records were read", e);
    }
  }

  private void take(ReadRecord record) {
    records++;
    if (record.isReadable()) {
      complete += record.complete() ? 1 : 0;
      chain(record.chain()).take(record);
      return;
    }
    unreadableRecords++;
    if (unreadable.size() < FAULTS_KEPT) {
      unreadable.add(record);
    }
  }

  private CheckedChain chain(ChainName name) {
    return chains.computeIfAbsent(
        name, chain -> new CheckedChain(verified.get(chain), sealed.get(chain)));
  }

  /** One chain, and the time of its latest record. */
  private static final class CheckedChain {

    private final ChainCheck<SourcePosition> check;
    private String lastTime;

    CheckedChain(AuditSeal verified, AuditSeal sealed) {
      check = new ChainCheck<>(verified, sealed);
      lastTime = verified == null ? null : verified.time();
    }

    void take(ReadRecord record) {
      check.accept(record.link(), record.position());
      lastTime = record.time();
    }

    ChainResult report(ChainName name) {
      return new ChainResult(name, check.report(), lastTime);
    }
  }
}
