package io.driftline.posture;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The findings that are open, one for each agent, rule and subject, and what was told of each: that
 * it is open, at most now and then that it goes on, and that it is over.
 *
 * <p>At most {@value #MOST_OPEN} are open. When there are that many, a new one takes the place of
 * the mildest, or else is not told. Of the latest {@value #MOST_CLOSED} subjects it is known how
 * often they were open before, so that each time has an id of its own. Not thread-safe.
 */
public final class FindingLedger {

  /** Most findings open at a time. */
  public static final int MOST_OPEN = 256;

  /** Most subjects of which it is known that they were open before. */
  public static final int MOST_CLOSED = 512;

  private static final String WHAT = "finding ledger";
  private static final int VERSION = 1;

  private final Map<FindingKey, OpenFinding> open = new LinkedHashMap<>();

  /** How often each was open before, by fingerprint; the one that was closed first comes first. */
  private final Map<Long, Integer> closed = new LinkedHashMap<>();

  /**
   * Takes in that something is wrong. Tells {@code out} if that is new, worse than before, twice as
   * often as when it was last told, or still going on a day later.
   *
   * @return whether it is open now; not so if too much else is that is no milder
   */
  public boolean observe(
      JudgedAgent agent,
      PostureRule rule,
      FindingSubject subject,
      Observed seen,
      Consumer<Finding> out) {
    FindingKey key = new FindingKey(agent.id(), rule, subject);
    OpenFinding known = open.get(key);
    if (known == null) {
      return open(key, agent, seen, out);
    }
    known.add(agent, seen);
    if (known.isWorthTelling()) {
      out.accept(known.told(FindingStatus.UPDATED));
    }
    return true;
  }

  /**
   * Ends a finding, if it is open, and tells so. One that is withdrawn never was: if it comes again
   * it bears the same id.
   *
   * @param time from when on it is over, epoch milliseconds
   */
  public void resolve(FindingKey key, long time, Resolution why, Consumer<Finding> out) {
    OpenFinding over = open.remove(key);
    if (over == null) {
      return;
    }
    if (why != Resolution.WITHDRAWN) {
      close(key, over.episode());
    }
    out.accept(over.resolved(time, why));
  }

  /**
   * Ends all findings by use that were not seen for long.
   *
   * @param now event time, epoch milliseconds
   * @param quietMillis how long is long
   */
  public void resolveQuiet(long now, long quietMillis, Consumer<Finding> out) {
    for (OpenFinding each : open()) {
      if (each.count() > 0 && each.lastSeen() + quietMillis <= now) {
        resolve(each.key(), each.lastSeen() + quietMillis, Resolution.QUIET, out);
      }
    }
  }

  /** When {@link #resolveQuiet} has something to do next; {@link Long#MAX_VALUE} for never. */
  public long nextQuiet(long quietMillis) {
    return open.values().stream()
        .filter(each -> each.count() > 0)
        .mapToLong(each -> each.lastSeen() + quietMillis)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** Whether a finding is open. */
  public boolean isOpen(FindingKey key) {
    return open.containsKey(key);
  }

  /** The finding that is open for this, or {@code null}. */
  public OpenFinding find(FindingKey key) {
    return open.get(key);
  }

  /** All that are open, as of now, the one opened first coming first. */
  public List<OpenFinding> open() {
    return List.copyOf(open.values());
  }

  /** Whether nothing is open, and nothing known to have been. */
  public boolean isEmpty() {
    return open.isEmpty() && closed.isEmpty();
  }

  private boolean open(FindingKey key, JudgedAgent agent, Observed seen, Consumer<Finding> out) {
    int episode = 1 + closed.getOrDefault(key.fingerprint(), 0);
    OpenFinding opened = OpenFinding.of(key, episode, agent, seen);
    if (open.size() == MOST_OPEN && !displaceFor(opened, out)) {
      return false;
    }
    open.put(key, opened);
    out.accept(opened.told(FindingStatus.OPEN));
    return true;
  }

  private boolean displaceFor(OpenFinding opened, Consumer<Finding> out) {
    OpenFinding mildest =
        open.values().stream()
            .min(
                Comparator.comparing(OpenFinding::severity)
                    .thenComparingLong(OpenFinding::lastSeen))
            .orElseThrow();
    boolean worse = opened.severity().compareTo(mildest.severity()) > 0;
    if (worse) {
      resolve(mildest.key(), opened.lastSeen(), Resolution.DISPLACED, out);
    }
    return worse;
  }

  private void close(FindingKey key, int episode) {
    long fingerprint = key.fingerprint();
    closed.remove(fingerprint);
    closed.put(fingerprint, episode);
    if (closed.size() > MOST_CLOSED) {
      closed.remove(closed.keySet().iterator().next());
    }
  }

  /** Writes it as part of a larger value. */
  public void write(StateWriter out) {
    out.writeByte(VERSION).writeInt(open.size());
    open.values().forEach(each -> each.write(out));
    out.writeInt(closed.size());
    closed.forEach((fingerprint, times) -> out.writeLong(fingerprint).writeInt(times));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public static FindingLedger read(StateReader in) {
    in.readVersion(WHAT, VERSION);
    FindingLedger read = new FindingLedger();
    for (OpenFinding each : readOpen(in)) {
      read.open.put(each.key(), each);
    }
    for (int left = in.readCount(Long.BYTES + 1); left > 0; left--) {
      read.closed.put(in.readLong(), in.readInt());
    }
    return read;
  }

  private static List<OpenFinding> readOpen(StateReader in) {
    List<OpenFinding> open = new ArrayList<>();
    for (int left = in.readCount(1); left > 0; left--) {
      open.add(OpenFinding.read(in));
    }
    return open;
  }
}
