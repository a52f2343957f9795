package io.driftline.posture;

import io.driftline.activity.AgentAction;
import io.driftline.activity.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Judges what one agent does, at once and again when more is known. */
final class UseJudge {

  UseLog rights = new UseLog();
  UseLog invokers = new UseLog();
  HeldUses held = new HeldUses();

  private final PostureView view;
  private final AgentFindings findings;
  private final Due due;

  UseJudge(PostureView view, AgentFindings findings, Due due) {
    this.view = view;
    this.findings = findings;
    this.due = due;
  }

  /** Notes and judges an action; tells whether use of its right was known to be fine. */
  boolean judge(AgentAction action, long watermark, Consumer<Finding> out) {
    LoggedUse right = rights.note(rightOf(action), action.timeMillis(), action.eventId());
    boolean known = judge(right, UseRules.OF_RIGHTS, action, watermark, out);
    FindingSubject invoker = InvokerNotAllowed.invokerOf(action);
    if (invoker != null) {
      LoggedUse asked = invokers.note(invoker, action.timeMillis(), action.eventId());
      judge(asked, UseRules.OF_INVOKERS, action, watermark, out);
    }
    return known;
  }

  /** A permission that was refused was not used. */
  static FindingSubject rightOf(AgentAction action) {
    return FindingSubject.ofRight(
        action.system(), action.outcome() == Outcome.DENIED ? null : action.permission());
  }

  /** Judges again what was used at or after a time of which the registry says something new. */
  void judgeSince(long time, long watermark, Consumer<Finding> out) {
    doubtAll();
    withdrawSince(time, out);
    rights.since(time).forEach(each -> again(each, UseRules.OF_RIGHTS, watermark, out));
    invokers.since(time).forEach(each -> again(each, UseRules.OF_INVOKERS, watermark, out));
  }

  /** Judges again what was held back and lies not after a time. */
  void settleUntil(long time, Consumer<Finding> out) {
    List<HeldUse> ready = held.takeUntil(time);
    while (!ready.isEmpty()) {
      ready.forEach(use -> settle(use, out));
      ready = held.takeUntil(time);
    }
  }

  /** Ends the findings that the registry has put right since they were last seen. */
  void resolveRepaired(long now, Consumer<Finding> out) {
    for (OpenFinding each : findings.open()) {
      UseRule rule = UseRules.of(each.key().rule());
      if (rule != null) {
        view.momentsWithin(each.lastSeen(), now)
            .filter(moment -> rule.isRepaired(each.key().subject(), moment, view))
            .findFirst()
            .ifPresent(moment -> findings.resolve(each.key(), moment, Resolution.REPAIRED, out));
      }
    }
  }

  /** Nothing is known to be fine any more. */
  void doubtAll() {
    rights.doubtAll();
    invokers.doubtAll();
  }

  private boolean judge(
      LoggedUse logged,
      List<UseRule> rules,
      AgentAction action,
      long watermark,
      Consumer<Finding> out) {
    long time = action.timeMillis();
    if (logged.isKnownFine(time)) {
      return true;
    }
    List<HeldUse> accused = accused(logged.used(), rules, time, action.eventId());
    accused.forEach(use -> suspect(use, watermark, out));
    if (accused.isEmpty()) {
      logged.knowFine(view.steadyFrom(time), view.nextMoment(time));
    }
    return false;
  }

  /** Judges the latest use once more, and counts it unless it was counted. */
  private void again(LoggedUse logged, List<UseRule> rules, long watermark, Consumer<Finding> out) {
    for (HeldUse use : accused(logged.used(), rules, logged.last(), logged.eventId())) {
      if (!isCounted(use)) {
        suspect(use, watermark, out);
      }
    }
  }

  private List<HeldUse> accused(
      FindingSubject used, List<UseRule> rules, long time, String eventId) {
    List<HeldUse> accused = new ArrayList<>();
    for (UseRule rule : rules) {
      FindingSubject subject = rule.accuses(used, time, view);
      if (subject != null) {
        accused.add(HeldUse.of(rule.rule(), subject, time, eventId));
      }
    }
    return accused;
  }

  private boolean isCounted(HeldUse use) {
    OpenFinding open = findings.find(use.rule(), use.subject());
    return open != null && open.lastSeen() >= use.last() || held.holds(use);
  }

  /** What is past, or open already, is told at once. */
  private void suspect(HeldUse use, long watermark, Consumer<Finding> out) {
    boolean open = findings.find(use.rule(), use.subject()) != null;
    if (open || use.first() <= watermark || !held.hold(use)) {
      observe(use.rule(), use.subject(), use.observed(), out);
    } else {
      due.at(use.first());
    }
  }

  /** Between the first and the last the registry may have come to say something else. */
  private void settle(HeldUse use, Consumer<Finding> out) {
    UseRule rule = UseRules.of(use.rule());
    boolean firstBroken = rule.isBroken(use.subject(), use.first(), view);
    boolean lastBroken = rule.isBroken(use.subject(), use.last(), view);
    if (firstBroken) {
      Observed seen = lastBroken ? use.observed() : Observed.once(use.first(), use.firstId());
      observe(use.rule(), use.subject(), seen, out);
    } else if (lastBroken) {
      held.hold(use.lastOnly());
    }
  }

  /** Of two rules that exclude each other, only the one that was broken last is told. */
  private void observe(
      PostureRule rule, FindingSubject subject, Observed seen, Consumer<Finding> out) {
    PostureRule excluded = UseRules.of(rule).excludes();
    OpenFinding other = excluded == null ? null : findings.find(excluded, subject);
    if (other != null && other.lastSeen() > seen.last()) {
      return;
    }
    if (other != null) {
      findings.resolve(other.key(), seen.last(), Resolution.SUPERSEDED, out);
    }
    findings.observe(rule, subject, seen, out);
  }

  /** Takes back what by now is known not to have been wrong. */
  private void withdrawSince(long time, Consumer<Finding> out) {
    for (OpenFinding each : findings.open()) {
      UseRule rule = UseRules.of(each.key().rule());
      FindingSubject subject = each.key().subject();
      if (rule != null
          && each.lastSeen() >= time
          && !rule.isBroken(subject, each.lastSeen(), view)) {
        boolean never = !rule.isBroken(subject, each.firstSeen(), view);
        Resolution why = never ? Resolution.WITHDRAWN : Resolution.REPAIRED;
        findings.resolve(each.key(), each.lastSeen(), why, out);
      }
    }
  }
}
