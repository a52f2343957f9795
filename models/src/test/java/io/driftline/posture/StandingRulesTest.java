package io.driftline.posture;

import static io.driftline.posture.Registered.DAY;
import static io.driftline.posture.Registered.START;
import static io.driftline.posture.Registered.agent;
import static io.driftline.posture.Registered.ann;
import static io.driftline.posture.Registered.annGone;
import static io.driftline.posture.Registered.gone;
import static io.driftline.posture.Registered.grant;
import static io.driftline.posture.Registered.grantUntil;
import static io.driftline.posture.Registered.says;
import static io.driftline.posture.Registered.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.Right;
import io.driftline.registry.UserStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingRulesTest {

  private static final PostureSettings SETTINGS = PostureSettings.defaults();

  private final UseLog rights = new UseLog();

  @Test
  void aRegisteredAgentNeedsAnOwner() {
    StandingRule rule = new OwnerlessAgent();
    assertThat(broken(rule, view(owned(null)), START)).containsExactly("bot itself");
    assertThat(broken(rule, view(owned(" ")), START)).containsExactly("bot itself");
    assertThat(broken(rule, view(owned("ann")), START)).isEmpty();
    assertThat(broken(rule, view(owned(null)), START - 1)).as("not registered yet").isEmpty();
  }

  @Test
  void anOwnerMustBeActiveFromTheTimeOnAtWhichAnythingWasSaid() {
    StandingRule rule = new OwnerNotActive();
    PostureView view =
        view(
            owned("ann"),
            ann(START + DAY, UserStatus.DISABLED),
            ann(START + 2 * DAY, UserStatus.ACTIVE),
            ann(START + 3 * DAY, UserStatus.DEPARTED),
            ann(START + 4 * DAY, UserStatus.ACTIVE),
            annGone(START + 5 * DAY));
    assertThat(broken(rule, view, START + DAY - 1)).as("never heard of").isEmpty();
    assertThat(broken(rule, view, START + DAY)).containsExactly("ann");
    assertThat(broken(rule, view, START + 2 * DAY)).isEmpty();
    assertThat(broken(rule, view, START + 3 * DAY)).containsExactly("ann");
    assertThat(broken(rule, view, START + 5 * DAY - 1)).isEmpty();
    assertThat(broken(rule, view, START + 5 * DAY)).as("removed").containsExactly("ann");
  }

  @Test
  void anotherOwnersAbsenceIsNotHeldAgainstTheAgent() {
    StandingRule rule = new OwnerNotActive();
    PostureView view = view(owned("team-sales"), ann(START, UserStatus.DEPARTED));
    assertThat(broken(rule, view, START)).isEmpty();
    assertThat(broken(rule, view(owned(null)), START)).isEmpty();
    assertThat(
            broken(
                rule,
                view(owned("ann"), ann(START, UserStatus.DEPARTED), gone(START + 1)),
                START + 1))
        .isEmpty();
  }

  @Test
  void aGrantThatHasExpiredMustNotStayOnRecord() {
    StandingRule rule = new GrantExpired();
    PostureView view = view(says(START, agent(grantUntil("crm", "crm:read", START, START + DAY))));
    assertThat(broken(rule, view, START + DAY - 1)).isEmpty();
    assertThat(broken(rule, view, START + DAY)).containsExactly("crm:read since day 1");
    assertThat(broken(rule, view, START + 9 * DAY)).containsExactly("crm:read since day 1");
  }

  @Test
  void anExpiredGrantThatWasRenewedIsHarmless() {
    StandingRule rule = new GrantExpired();
    Grant expired = grantUntil("crm", "crm:read", START, START + DAY);
    assertThat(
            broken(
                rule, view(says(START, agent(expired, grant("crm", "crm:*", START)))), START + DAY))
        .isEmpty();
    assertThat(
            broken(
                rule,
                view(says(START, agent(expired, grant("crm", "crm:write", START)))),
                START + DAY))
        .hasSize(1);
  }

  @Test
  void aGrantIsDueForReviewThirtyDaysAfterSomebodyLookedAtIt() {
    StandingRule rule = new ReviewOverdue();
    PostureView view =
        view(
            says(
                START,
                agent(
                    grant("crm", "crm:read", START),
                    reviewed("crm", "crm:write", START + DAY),
                    grantUntil("crm", "crm:old", START, START + DAY),
                    grant("crm", "crm:future", START + 365 * DAY))));
    assertThat(broken(rule, view, START + 30 * DAY - 1)).isEmpty();
    assertThat(dues(rule, view, START + 30 * DAY - 1))
        .containsExactly(START + 30 * DAY, START + 31 * DAY);
    assertThat(broken(rule, view, START + 30 * DAY)).containsExactly("crm:read since day 30");
    assertThat(broken(rule, view, START + 31 * DAY))
        .containsExactly("crm:read since day 30", "crm:write since day 31");
  }

  @Test
  void aGrantIsUnusedNinetyDaysAfterItsLastUse() {
    StandingRule rule = new UnusedGrant();
    rights.note(FindingSubject.ofRight("crm", "crm:read"), START + 5 * DAY, "e1");
    PostureView view =
        view(says(START, agent(grant("crm", "crm:read", START), grant("mail", "m:*", START))));
    assertThat(broken(rule, view, START + 90 * DAY - 1)).isEmpty();
    assertThat(dues(rule, view, START + 90 * DAY - 1))
        .containsExactly(START + 95 * DAY, START + 90 * DAY);
    assertThat(broken(rule, view, START + 90 * DAY)).containsExactly("m:* since day 90");
    assertThat(broken(rule, view, START + 95 * DAY))
        .containsExactly("crm:read since day 95", "m:* since day 90");
  }

  @Test
  void aPatternIsUsedWithAnythingUnderIt() {
    StandingRule rule = new UnusedGrant();
    rights.note(FindingSubject.ofRight("mail", "mail:send"), START + 50 * DAY, "e1");
    rights.note(FindingSubject.ofRight("crm", null), START + 50 * DAY, "e2");
    PostureView view =
        view(
            says(
                START,
                agent(
                    grant("mail", "mail:*", START),
                    grant("*", "mail:*", START),
                    grant("crm", "*", START))));
    assertThat(broken(rule, view, START + 139 * DAY)).containsExactly("* since day 90");
  }

  @Test
  void aGrantIsNotUnusedBeforeTheAgentWasWatchedForLongEnough() {
    StandingRule rule = new UnusedGrant();
    PostureView view = view(says(START, agent(grant("crm", "crm:read", START - 400 * DAY))));
    assertThat(broken(rule, view, START + 90 * DAY - 1)).isEmpty();
    assertThat(broken(rule, view, START + 90 * DAY)).hasSize(1);
    assertThat(findings(rule, view, START + 900 * DAY, PostureView.NEVER).broken).isEmpty();
  }

  @Test
  void ofGrantsThatAreNotDeclaredNothingIsSaid() {
    PostureView undeclared = view(owned("ann"));
    for (StandingRule rule : StandingRules.ALL) {
      assertThat(broken(rule, undeclared, START + 900 * DAY)).isEmpty();
      assertThat(broken(rule, view(), START + 900 * DAY)).isEmpty();
    }
  }

  private static RegistryChange owned(String owner) {
    return says(START, AgentRecord.of("bot", null, owner, null));
  }

  private static Grant reviewed(String system, String permission, long reviewed) {
    return new Grant(
        new Right(system, permission),
        Instant.ofEpochMilli(START),
        null,
        Instant.ofEpochMilli(reviewed));
  }

  private List<String> broken(StandingRule rule, PostureView view, long now) {
    return findings(rule, view, now, START).broken;
  }

  private List<Long> dues(StandingRule rule, PostureView view, long now) {
    return findings(rule, view, now, START).dues;
  }

  private Found findings(StandingRule rule, PostureView view, long now, long watchedSince) {
    Found found = new Found();
    rule.judge(new JudgedMoment(now, view, rights, watchedSince, SETTINGS), found);
    return found;
  }

  private static final class Found implements StandingRule.Verdicts {

    final List<String> broken = new ArrayList<>();
    final List<Long> dues = new ArrayList<>();

    @Override
    public void broken(FindingSubject subject, long since) {
      if (subject.permission() != null) {
        broken.add(subject.permission() + " since day " + (since - START) / DAY);
      } else {
        broken.add(subject.user() != null ? subject.user() : "bot itself");
      }
    }

    @Override
    public void dueAt(long time) {
      dues.add(time);
    }
  }
}
