package io.driftline.posture;

import static io.driftline.posture.PostureRule.DORMANT_AGENT_USED;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.posture.ActiveStretches.Stretch;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * An agent acts again that had long done nothing. No registry has a say in it; but an action that
 * comes late may show that it never slept, or slept otherwise.
 */
final class DormantAgent {

  private final AgentFindings findings;
  private final Due due;
  private final long dormantMillis;
  private final ActiveStretches stretches = new ActiveStretches();

  /** Beginnings of the awakenings that were told and still are some. */
  private final TreeSet<Long> told = new TreeSet<>();

  DormantAgent(AgentFindings findings, PostureSettings settings, Due due) {
    this.findings = findings;
    this.due = due;
    this.dormantMillis = settings.dormantAfterMillis();
  }

  /**
   * Takes in an action.
   *
   * @param watermark up to when all is known, epoch milliseconds
   */
  void use(AgentAction action, long watermark, Consumer<Finding> out) {
    if (stretches.note(action.timeMillis(), action.eventId())) {
      judgeUntil(watermark, out);
      due.at(nextDue());
    }
  }

  /** Tells the awakenings up to a time, and takes back what turned out to be none. */
  void judgeUntil(long time, Consumer<Finding> out) {
    List<Stretch> awakenings = stretches.awakenings(dormantMillis);
    awakenings.forEach(this::moveTold);
    told.retainAll(awakenings.stream().map(Stretch::start).toList());
    for (Stretch each : awakenings) {
      if (each.start() <= time && told.add(each.start())) {
        Observed seen = Observed.once(each.start(), each.firstId());
        findings.observe(DORMANT_AGENT_USED, FindingSubject.AGENT, seen, out);
      }
    }
    withdrawIfNone(awakenings, out);
  }

  /** A late action may show that what was told began somewhat earlier. */
  private void moveTold(Stretch awakening) {
    NavigableSet<Long> within = told.subSet(awakening.start(), false, awakening.end(), true);
    if (!within.isEmpty()) {
      within.clear();
      told.add(awakening.start());
    }
  }

  /** An awakening that is so old that it is kept no more stays told. */
  private void withdrawIfNone(List<Stretch> awakenings, Consumer<Finding> out) {
    OpenFinding open = findings.find(DORMANT_AGENT_USED, FindingSubject.AGENT);
    if (open != null
        && open.lastSeen() > stretches.earliest()
        && awakenings.stream().noneMatch(each -> isTold(each) && each.end() >= open.firstSeen())) {
      findings.resolve(open.key(), open.lastSeen(), Resolution.WITHDRAWN, out);
    }
  }

  private boolean isTold(Stretch awakening) {
    return told.contains(awakening.start());
  }

  /** When the next awakening can be told; {@link PostureView#NEVER} if all are. */
  long nextDue() {
    return stretches.awakenings(dormantMillis).stream()
        .mapToLong(Stretch::start)
        .filter(start -> !told.contains(start))
        .min()
        .orElse(PostureView.NEVER);
  }

  void write(StateWriter out) {
    stretches.write(out);
    out.writeInt(told.size());
    told.forEach(out::writeLong);
  }

  void read(StateReader in) {
    stretches.read(in);
    for (int left = in.readCount(Long.BYTES); left > 0; left--) {
      told.add(in.readLong());
    }
  }
}
