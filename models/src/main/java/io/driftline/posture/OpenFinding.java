package io.driftline.posture;

import static io.driftline.posture.StoredParts.readConstant;
import static io.driftline.posture.StoredParts.readList;
import static io.driftline.posture.StoredParts.required;
import static io.driftline.posture.StoredParts.writeConstant;
import static io.driftline.posture.StoredParts.writeList;

import io.driftline.activity.AgentKind;
import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.posture.BlastRadius.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A finding that is open, and what was last told of it. */
public final class OpenFinding {

  /** Most event ids kept: the first ones, and the latest. */
  static final int MOST_EVIDENCE = 5;

  private static final long DAY = TimeUnit.DAYS.toMillis(1);

  private final FindingKey key;
  private final int episode;
  private final List<String> evidence = new ArrayList<>(1);
  private JudgedAgent agent;
  private long firstSeen;
  private long lastSeen;
  private long count;
  private Severity toldSeverity;
  private long toldCount;
  private long toldAt;

  private OpenFinding(FindingKey key, int episode) {
    this.key = key;
    this.episode = episode;
  }

  static OpenFinding of(FindingKey key, int episode, JudgedAgent agent, Observed seen) {
    OpenFinding opened = new OpenFinding(key, episode);
    opened.firstSeen = seen.first();
    opened.lastSeen = seen.last();
    opened.add(agent, seen);
    return opened;
  }

  /** Whose it is, which rule, and what about. */
  public FindingKey key() {
    return key;
  }

  /** When it was first so, epoch milliseconds. */
  public long firstSeen() {
    return firstSeen;
  }

  /** When it was last seen to be so, epoch milliseconds. */
  public long lastSeen() {
    return lastSeen;
  }

  /** How many actions showed it; 0 if it needs none to be so. */
  public long count() {
    return count;
  }

  int episode() {
    return episode;
  }

  Severity severity() {
    return FindingSeverity.of(key.rule(), agent.kind(), agent.reach());
  }

  void add(JudgedAgent seenAgent, Observed seen) {
    agent = seenAgent;
    firstSeen = Math.min(firstSeen, seen.first());
    lastSeen = Math.max(lastSeen, seen.last());
    count += seen.count();
    for (String eventId : seen.evidence()) {
      if (evidence.size() == MOST_EVIDENCE) {
        evidence.remove(MOST_EVIDENCE - 1);
      }
      evidence.add(eventId);
    }
  }

  /** Whether it is worse than when it was last told, has doubled, or goes on a day later. */
  boolean isWorthTelling() {
    return severity().compareTo(toldSeverity) > 0
        || count > toldCount && (count >= 2 * toldCount || lastSeen - toldAt >= DAY);
  }

  /** As it is now, to be told. */
  Finding told(FindingStatus status) {
    toldSeverity = severity();
    toldCount = count;
    toldAt = lastSeen;
    return finding(status, null, lastSeen, FindingSentence.of(key, firstSeen));
  }

  /** That it is over. */
  Finding resolved(long time, Resolution why) {
    if (count == 0) {
      // It was so all the time; how late it was last looked at depends on the watermark.
      lastSeen = Math.max(firstSeen, time);
    }
    String summary = FindingSentence.of(key, firstSeen) + " " + why.sentence();
    return finding(FindingStatus.RESOLVED, why, Math.max(time, lastSeen), summary);
  }

  private Finding finding(FindingStatus status, Resolution resolution, long time, String summary) {
    return new Finding(
        key.id(episode),
        status,
        resolution,
        key.rule(),
        severity(),
        agent.id(),
        agent.kind(),
        agent.owner(),
        key.subject(),
        time,
        firstSeen,
        lastSeen,
        count,
        agent.reach(),
        evidence,
        summary);
  }

  void write(StateWriter out) {
    out.writeString(key.agentId()).writeString(key.rule().id());
    SubjectLayout.write(out, key.subject());
    out.writeInt(episode);
    writeConstant(out, agent.kind());
    out.writeString(agent.owner());
    writeConstant(out, agent.reach());
    out.writeLong(firstSeen).writeLong(lastSeen).writeLong(count);
    writeConstant(out, toldSeverity);
    out.writeLong(toldCount).writeLong(toldAt);
    writeList(out, evidence, out::writeString);
  }

  static OpenFinding read(StateReader in) {
    String agentId = required(in.readString());
    PostureRule rule = required(PostureRule.ofId(in.readString()));
    OpenFinding read =
        new OpenFinding(new FindingKey(agentId, rule, SubjectLayout.read(in)), in.readInt());
    read.agent =
        new JudgedAgent(
            agentId,
            readConstant(in, AgentKind.values()),
            in.readString(),
            readConstant(in, Reach.values()));
    read.firstSeen = in.readLong();
    read.lastSeen = in.readLong();
    read.count = in.readLong();
    read.toldSeverity = required(readConstant(in, Severity.values()));
    read.toldCount = in.readLong();
    read.toldAt = in.readLong();
    read.evidence.addAll(required(readList(in, each -> required(each.readString()))));
    return read;
  }
}
