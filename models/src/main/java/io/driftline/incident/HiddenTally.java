package io.driftline.incident;

import static io.driftline.posture.StoredParts.readConstant;
import static io.driftline.posture.StoredParts.required;
import static io.driftline.posture.StoredParts.writeConstant;

import io.driftline.baseline.Hash64;
import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.drift.CalendarDay;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/** How much was hidden on one day for one cause, and what was told of that. */
final class HiddenTally {

  /** Agents are told apart up to this many. */
  static final int MOST_AGENTS = 1_000;

  private static final HiddenCause[] CAUSES = HiddenCause.values();

  private final Key key;
  private final Set<Long> agents = new LinkedHashSet<>();
  private long time = Long.MIN_VALUE;
  private long hidden;
  private long told;
  private String latestAgent;
  private String latestId;

  HiddenTally(Key key) {
    this.key = key;
  }

  /**
   * What is counted together.
   *
   * @param cause why it was hidden
   * @param rule {@code null} for a budget
   * @param day days since 1970-01-01
   */
  record Key(HiddenCause cause, String rule, long day) {

    String id() {
      long why = Hash64.pair(Hash64.of(cause.code()), Hash64.of(rule));
      return HexFormat.of().toHexDigits(Hash64.pair(Hash64.pair(why, day), Hash64.of("hidden")));
    }
  }

  Key key() {
    return key;
  }

  /** Time of the latest that was counted, epoch milliseconds. */
  long time() {
    return time;
  }

  void add(HiddenSignal signal) {
    hidden++;
    if (agents.size() < MOST_AGENTS) {
      agents.add(Hash64.of(signal.agentId()));
    }
    if (signal.time() >= time) {
      time = signal.time();
      latestAgent = signal.agentId();
      latestId = signal.id();
    }
  }

  /** Whether it is the first, or twice as many as when it was last told. */
  boolean isWorthTelling() {
    return hidden >= 2 * told;
  }

  /** Whether it has changed since it was last told. */
  boolean isUntold() {
    return hidden > told;
  }

  /** As it is now, to be told. */
  HiddenCount tell() {
    told = hidden;
    return new HiddenCount(
        key.id(),
        key.cause(),
        key.rule(),
        CalendarDay.start(key.day()),
        time,
        hidden,
        agents.size(),
        latestAgent,
        latestId,
        HiddenSentence.of(key, hidden, agents.size()));
  }

  void write(StateWriter out) {
    writeConstant(out, key.cause());
    out.writeString(key.rule()).writeLong(key.day());
    out.writeLong(time).writeLong(hidden).writeLong(told);
    out.writeString(latestAgent).writeString(latestId);
    out.writeInt(agents.size());
    agents.forEach(out::writeLong);
  }

  static HiddenTally read(StateReader in) {
    HiddenCause cause = required(readConstant(in, CAUSES));
    HiddenTally read = new HiddenTally(new Key(cause, in.readString(), in.readLong()));
    read.time = in.readLong();
    read.hidden = in.readLong();
    read.told = in.readLong();
    read.latestAgent = required(in.readString());
    read.latestId = required(in.readString());
    for (int left = in.readCount(Long.BYTES); left > 0; left--) {
      read.agents.add(in.readLong());
    }
    return read;
  }
}
