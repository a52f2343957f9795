package io.driftline.posture;

import static io.driftline.posture.PostureView.NEVER;

import io.driftline.activity.AgentAction;
import io.driftline.drift.CalendarDay;
import io.driftline.feature.SensitivityTable;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.Right;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * All that is kept of one agent to judge it by what the registry says: what was said of it and of
 * its owners, its latest uses, what seems wrong but may turn out not to be, and its findings.
 *
 * <p>A use is not kept waiting: it is judged by what is known when it comes. If that accuses, and
 * the watermark has not passed the use's time, it is judged again once it has. An accusation that
 * comes from elsewhere is told once the watermark has passed it. What the registry says later of an
 * earlier time is held against the uses since. So which findings are open in the end depends on
 * what was done and said, and not on the order in which it came. Not thread-safe.
 */
public final class PostureWatch {

  final PostureView view;
  final UseJudge uses;
  final AgentFindings findings;
  final DormantAgent dormancy;
  final Due due;
  HeldAccusations accusations = new HeldAccusations();
  long watchedSince = NEVER;
  long lastHeard = Long.MIN_VALUE;
  long judgedAt = Long.MIN_VALUE;

  private final PostureSettings settings;

  /** The watch over an agent of which nothing is known yet. */
  public PostureWatch(PostureSettings settings, SensitivityTable sensitivity) {
    this(settings, sensitivity, new PostureView(), new Due());
  }

  PostureWatch(PostureSettings settings, SensitivityTable sensitivity, PostureView view, Due due) {
    this.settings = settings;
    this.view = view;
    this.due = due;
    this.findings = new AgentFindings(view, settings, sensitivity, due);
    this.uses = new UseJudge(view, findings, due);
    this.dormancy = new DormantAgent(findings, settings, due);
  }

  /**
   * Judges what the agent did.
   *
   * @param watermark up to when all is known, epoch milliseconds
   */
  public void use(AgentAction action, long watermark, Consumer<Finding> out) {
    long time = action.timeMillis();
    hear(action.agentId(), time);
    watchedSince = Math.min(watchedSince, time);
    if (!uses.judge(action, watermark, out)) {
      endIdleness(UseJudge.rightOf(action), time, Math.max(watermark, judgedAt), out);
    }
    dormancy.use(action, watermark, out);
    if (IncompleteRecord.is(action)) {
      FindingSubject subject = IncompleteRecord.subjectOf(action);
      Observed seen = Observed.once(time, action.eventId());
      findings.observe(PostureRule.INCOMPLETE_RECORD, subject, seen, out);
    }
  }

  /**
   * Takes in what the registry says of the agent, or of somebody who owns it.
   *
   * @param agentId whom it concerns
   */
  public void learn(String agentId, RegistryChange change, long watermark, Consumer<Finding> out) {
    hear(agentId, change.time());
    if (!view.put(change)) {
      return;
    }
    findings.doubt();
    uses.judgeSince(change.time(), watermark, out);
    if (change.time() <= watermark) {
      judgeAt(watermark, watermark, out);
    } else {
      due.at(change.time());
    }
  }

  /**
   * Takes in that it acted with too little authority, or did not after all.
   *
   * @param watermark up to when all is known of the agent, epoch milliseconds
   */
  public void accuse(Accusation accusation, long watermark, Consumer<Finding> out) {
    hear(accusation.agentId(), accusation.time());
    if (accusation.withdrawn()) {
      withdraw(accusation, out);
    } else {
      accusations.hold(accusation);
      tellAccusations(watermark, out);
      due.at(accusations.nextDue());
    }
  }

  /** Does what is due at a time, if anything is. */
  public void wake(long time, long watermark, Consumer<Finding> out) {
    due.rung(time);
    if (due.next() <= time) {
      judgeAt(time, watermark, out);
    }
  }

  /** Does all that is due before a time, one after the other. */
  public void catchUp(long time, long watermark, Consumer<Finding> out) {
    while (due.next() < time) {
      judgeAt(due.next(), watermark, out);
    }
  }

  /** Judges what was held back as if all were known: nothing more will come. */
  public void settle(Consumer<Finding> out) {
    uses.settleUntil(NEVER, out);
    tellAccusations(NEVER, out);
    dormancy.judgeUntil(NEVER, out);
  }

  /** When to wake it, if earlier than was asked for before; {@link Long#MAX_VALUE} otherwise. */
  public long nextAlarm() {
    return due.nextAlarm();
  }

  /** Event time of the latest thing heard of it, epoch milliseconds. */
  public long lastHeard() {
    return lastHeard;
  }

  /** Whether, after all that was said, the agent is registered. */
  public boolean isRegistered() {
    return view.isRegistered();
  }

  /** What is open, the one opened first coming first. */
  public List<OpenFinding> open() {
    return findings.open();
  }

  private void withdraw(Accusation accusation, Consumer<Finding> out) {
    accusations.drop(accusation.rule(), accusation.subject());
    FindingKey key = findings.key(accusation.rule(), accusation.subject());
    findings.resolve(key, accusation.time(), Resolution.WITHDRAWN, out);
  }

  private void tellAccusations(long until, Consumer<Finding> out) {
    for (Accusation each : accusations.takeUntil(until)) {
      List<String> evidence = List.of(each.eventId());
      Observed seen = new Observed(each.time(), each.time(), each.count(), evidence);
      findings.observe(each.rule(), each.subject(), seen, out);
    }
  }

  private void hear(String agentId, long time) {
    findings.agentId = agentId;
    lastHeard = Math.max(lastHeard, time);
  }

  /** A right that is used again is unused no more. */
  private void endIdleness(FindingSubject used, long time, long now, Consumer<Finding> out) {
    long idleFrom = time + settings.unusedAfterMillis();
    if (idleFrom <= now) {
      return;
    }
    for (OpenFinding each : findings.open()) {
      FindingKey key = each.key();
      if (key.rule() == PostureRule.UNUSED_GRANT
          && UseLog.isUnder(new Right(key.subject().system(), key.subject().permission()), used)) {
        findings.resolve(key, time, Resolution.REPAIRED, out);
        due.at(idleFrom);
      }
    }
  }

  /** Judges all as of a time, and works out when to do so next. */
  private void judgeAt(long time, long watermark, Consumer<Finding> out) {
    judgedAt = Math.max(judgedAt, time);
    if (watchedSince == NEVER && watermark != NEVER) {
      watchedSince = endOfDay(Math.max(judgedAt, watermark));
    }
    uses.settleUntil(judgedAt, out);
    tellAccusations(judgedAt, out);
    dormancy.judgeUntil(judgedAt, out);
    uses.resolveRepaired(judgedAt, out);
    findings.resolveQuiet(judgedAt, out);
    StandingJudgement standing =
        StandingJudgement.of(
            findings.agentId,
            new JudgedMoment(judgedAt, view, uses.rights, watchedSince, settings));
    tell(standing.broken(), out);
    due.doneUntil(
        LongStream.of(
                standing.nextDue(),
                uses.held.nextDue(),
                accusations.nextDue(),
                dormancy.nextDue(),
                findings.nextQuiet())
            .min()
            .getAsLong());
  }

  private void tell(Map<FindingKey, Long> broken, Consumer<Finding> out) {
    for (OpenFinding each : findings.open()) {
      if (StandingRules.contains(each.key().rule()) && !broken.containsKey(each.key())) {
        findings.resolve(each.key(), judgedAt, Resolution.REPAIRED, out);
      }
    }
    broken.forEach(
        (key, since) ->
            findings.observe(key.rule(), key.subject(), Observed.standing(since, judgedAt), out));
    // Whatever is used from now on may end one of them.
    uses.doubtAll();
  }

  /** Whole days, so that it depends little on how often the watermark moves. */
  private static long endOfDay(long time) {
    return CalendarDay.start(CalendarDay.of(time) + 1);
  }
}
