package io.driftline.job.cli.bench;

import io.driftline.activity.AgentAction;
import io.driftline.audit.AuditChain;
import io.driftline.audit.AuditHash;
import io.driftline.audit.AuditSeal;
import io.driftline.baseline.SessionContext;
import io.driftline.explain.Surroundings;
import io.driftline.feature.Feature;
import io.driftline.forest.Detector;
import io.driftline.forest.Verdict;
import io.driftline.job.audit.AuditJson;
import io.driftline.job.detect.JudgedAction;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.ingest.ActivityDecoder;
import io.driftline.job.ingest.SourcePosition;
import io.driftline.job.profile.ProfiledAction;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The audit trail of events, written and timed. */
final class SampleTrail {

  /** So few that they are still in the processor's caches, as they are in the job. */
  private static final int BATCH = 100;

  /** As many as there are scores in turn; their digits make records differ in length. */
  private static final int SCORES = 997;

  /** Processor time tells the same beside whatever else the machine does. */
  private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

  private static final Surroundings UNSURPRISING =
      new Surroundings(List.of(), List.of(), 1, 0, 0, null);

  private final Iterator<byte[]> events;
  private final ActivityDecoder decoder = new ActivityDecoder(Clock.systemUTC());
  private final AuditHash hash = new AuditHash();
  private final Map<String, AuditChain> chains = new HashMap<>();
  private long records;
  private long bytes;
  private long nanos;

  SampleTrail(Iterator<byte[]> events) {
    this.events = events;
  }

  /** Writes all records, a line each. */
  void writeRecords(OutputStream file) throws IOException {
    OutputStream out = new BufferedOutputStream(file);
    while (events.hasNext()) {
      for (byte[] record : recorded(batch())) {
        out.write(record);
        out.write('\n');
        bytes += record.length;
      }
    }
    out.flush();
  }

  /** Writes the seals of all chains, a line each. */
  void writeSeals(OutputStream file) throws IOException {
    OutputStream out = new BufferedOutputStream(file);
    for (Map.Entry<String, AuditChain> chain : new TreeMap<>(chains).entrySet()) {
      AuditSeal seal = chain.getValue().seal(chain.getKey(), chain.getValue().lastSeen());
      out.write(AuditJson.write(seal));
      out.write('\n');
    }
    out.flush();
  }

  long records() {
    return records;
  }

  double bytesPerRecord() {
    return (double) bytes / records;
  }

  /** Processor time that JSON, hash and chain of a record took. */
  double nanosPerRecord() {
    return (double) nanos / records;
  }

  private List<byte[]> recorded(List<JudgedAction> batch) {
    List<byte[]> recorded = new ArrayList<>(batch.size());
    long start = PROCESSOR.getCurrentThreadCpuTime();
    for (JudgedAction judged : batch) {
      AuditChain chain = chains.computeIfAbsent(judged.agentId(), agent -> new AuditChain());
      recorded.add(AuditJson.append(judged, chain, hash));
    }
    nanos += PROCESSOR.getCurrentThreadCpuTime() - start;
    records += batch.size();
    return recorded;
  }

  private List<JudgedAction> batch() {
    List<JudgedAction> batch = new ArrayList<>(BATCH);
    while (batch.size() < BATCH && events.hasNext()) {
      batch.add(judged(events.next(), records + batch.size()));
    }
    return batch;
  }

  private JudgedAction judged(byte[] event, long index) {
    AgentAction action = decoder.decode(event, SourcePosition.inFile("sample", index + 1)).action();
    IdentifiedAction identified =
        IdentifiedAction.unregistered(
            action, SessionContext.first(action.sessionId()), "personal/unknown", false);
    ProfiledAction profiled =
        ProfiledAction.of(identified, new double[Feature.values().length], UNSURPRISING);
    return new JudgedAction(profiled, verdict(70.0 * (index % SCORES) / SCORES), false);
  }

  private static Verdict verdict(double score) {
    double[] byDetector = new double[Detector.values().length];
    return new Verdict(score, Detector.BEHAVIOUR, byDetector, null);
  }
}
