package io.driftline.baseline;

import io.driftline.baseline.Probation.Recurrence;
import java.util.Arrays;

/**
 * The stored form of a {@link Baseline}: one compact value per agent, opened by its version. Not
 * thread-safe: it writes all baselines in one buffer.
 */
public final class BaselineCodec {

  private static final int VERSION = 3;

  /** Version 1 ended with this dimension and knew no probation. */
  private static final Dimension LAST_OF_VERSION_1 = Dimension.PEER;

  private final BaselineSettings settings;
  private final StateWriter out = new StateWriter();

  /** Caps and half-lives are the reader's, so that changing them needs no migration. */
  public BaselineCodec(BaselineSettings settings) {
    this.settings = settings;
  }

  /** The stored form of {@code baseline}. */
  public byte[] encode(Baseline baseline) {
    out.clear().writeByte(VERSION);
    out.writeLong(baseline.landmark).writeLong(baseline.firstSeen).writeLong(baseline.lastSeen);
    out.writeLong(baseline.actions).writeLong(baseline.tidiedDay).writeDouble(baseline.rateLevel);
    out.writeLong(baseline.ratedAt);
    writeMoments(out, baseline.rate);
    writeMoments(out, baseline.pauses);
    writeBytes(out, baseline.bytes);
    writeSessions(out, baseline.sessions);
    for (Dimension dimension : Dimension.values()) {
      CountsCodec.write(out, baseline.counts(dimension));
    }
    writeProbation(out, baseline.probation.recurrences());
    return out.toBytes();
  }

  /**
   * Reads a stored form.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public Baseline decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    int version = in.readVersion("baseline", VERSION);
    Baseline baseline = new Baseline(settings);
    baseline.landmark = in.readLong();
    baseline.firstSeen = in.readLong();
    baseline.lastSeen = in.readLong();
    baseline.actions = in.readLong();
    baseline.tidiedDay = in.readLong();
    baseline.rateLevel = in.readDouble();
    baseline.ratedAt = in.readLong();
    baseline.rate = readMoments(in);
    baseline.pauses = readMoments(in);
    readBytes(in, baseline.bytes);
    readSessions(in, version, baseline.sessions);
    for (Dimension dimension : Dimension.values()) {
      if (version > 1 || dimension.compareTo(LAST_OF_VERSION_1) <= 0) {
        CountsCodec.read(in, baseline.counts(dimension));
      }
    }
    if (version > 1) {
      readProbation(in, baseline.probation.recurrences());
    }
    in.readEnd("baseline");
    return baseline;
  }

  private static void writeProbation(StateWriter out, LruMap<Recurrence> recurrences) {
    out.writeInt(recurrences.size());
    recurrences.forEach(
        (thing, seen) -> out.writeLong(thing).writeLong(seen.lastDay()).writeInt(seen.days()));
  }

  private static void readProbation(StateReader in, LruMap<Recurrence> recurrences) {
    for (int left = in.readCount(17); left > 0; left--) {
      recurrences.put(in.readLong(), readRecurrence(in));
    }
  }

  private static Recurrence readRecurrence(StateReader in) {
    long lastDay = in.readLong();
    int days = in.readInt();
    if (days < 1) {
      throw new IllegalStateException("baseline has a resource seen on %d days".formatted(days));
    }
    return new Recurrence(lastDay, days);
  }

  private static void writeMoments(StateWriter out, DecayedMoments moments) {
    out.writeDouble(moments.weight()).writeDouble(moments.mean()).writeDouble(moments.squares());
  }

  private static DecayedMoments readMoments(StateReader in) {
    return new DecayedMoments(in.readDouble(), in.readDouble(), in.readDouble());
  }

  private static void writeBytes(StateWriter out, LruMap<DecayedMoments> bytes) {
    out.writeInt(bytes.size());
    bytes.forEach(
        (action, moments) -> {
          out.writeLong(action);
          writeMoments(out, moments);
        });
  }

  private static void readBytes(StateReader in, LruMap<DecayedMoments> bytes) {
    for (int left = in.readCount(32); left > 0; left--) {
      bytes.put(in.readLong(), readMoments(in));
    }
  }

  private static void writeSessions(StateWriter out, LruMap<RunningRisk> sessions) {
    out.writeInt(sessions.size());
    sessions.forEach(
        (session, running) -> {
          SessionRisk risk = running.now();
          out.writeLong(session).writeDouble(risk.bits());
          out.writeInt(risk.sums().length);
          for (double sum : risk.sums()) {
            out.writeDouble(sum);
          }
          out.writeString(risk.eventId());
        });
  }

  private static void readSessions(StateReader in, int version, LruMap<RunningRisk> sessions) {
    for (int left = in.readCount(18); left > 0; left--) {
      long session = in.readLong();
      RunningRisk running = new RunningRisk();
      running.set(readRisk(in, version));
      sessions.put(session, running);
    }
  }

  private static SessionRisk readRisk(StateReader in, int version) {
    double bits = in.readDouble();
    double[] sums = new double[version < 3 ? 1 : in.readCount(Double.BYTES)];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = in.readDouble();
    }
    if (!(bits >= 0 && Arrays.stream(sums).allMatch(sum -> sum >= 0))) {
      throw new IllegalStateException(
          "baseline has a session risk of %s and %s bits".formatted(bits, Arrays.toString(sums)));
    }
    return new SessionRisk(bits, sums, in.readString());
  }
}
