package io.driftline.posture;

import static io.driftline.registry.AuthorityVerdict.DISABLED;
import static io.driftline.registry.AuthorityVerdict.ENTITLED;
import static io.driftline.registry.AuthorityVerdict.NOT_ENTITLED;
import static io.driftline.registry.AuthorityVerdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import io.driftline.baseline.Damage;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.AuthorityVerdict;
import io.driftline.registry.Grant;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.RegistryChange.Subject;
import io.driftline.registry.Right;
import io.driftline.registry.UserRecord;
import io.driftline.registry.UserStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PrincipalWatchTest {

  private static final Right CRM_READ = new Right("crm", "crm:read");
  private static final FindingSubject BYPASS = FindingSubject.ofUse("eve", "crm", "crm:read");

  private final List<Accusation> told = new ArrayList<>();
  private final TreeSet<Long> asked = new TreeSet<>();
  private final PrincipalWatch.Listener listener =
      new PrincipalWatch.Listener() {
        @Override
        public void tell(Accusation accusation) {
          told.add(accusation);
        }

        @Override
        public void releaseAt(long time) {
          asked.add(time);
        }
      };

  private PrincipalWatch watch = new PrincipalWatch(new Principal(Subject.USER, "eve"));
  private long watermark = Long.MIN_VALUE;

  @Test
  void aPersonOfWhomNothingIsKnownIsNeitherEntitledNorAccused() {
    assertThat(judge(Deed.at(10))).isEqualTo(UNKNOWN);
    pass(10);
    assertThat(told).isEmpty();
  }

  @Test
  void aRightHoldsFromTheInstantOfItsChangeOn() {
    entitled(0);
    entitled(100, CRM_READ);
    entitled(200);
    assertThat(judge(Deed.at(99))).isEqualTo(NOT_ENTITLED);
    assertThat(judge(Deed.at(100))).isEqualTo(ENTITLED);
    assertThat(judge(Deed.at(199))).isEqualTo(ENTITLED);
    assertThat(judge(Deed.at(200))).isEqualTo(NOT_ENTITLED);
  }

  @Test
  void patternsCoverWhatTheySay() {
    entitled(0, new Right("crm", "crm:*"), new Right("*", "wiki:read"));
    assertThat(judge(Deed.at(1).with("crm", "crm:export"))).isEqualTo(ENTITLED);
    assertThat(judge(Deed.at(1).with("mail", "crm:export"))).isEqualTo(NOT_ENTITLED);
    assertThat(judge(Deed.at(1).with("wiki", "wiki:read"))).isEqualTo(ENTITLED);
    assertThat(judge(Deed.at(1).with("wiki", "wiki:write"))).isEqualTo(NOT_ENTITLED);
  }

  @Test
  void nothingIsHeldAgainstEntitlementsThatWereNotDeclared() {
    learn(RegistryChange.user(new UserRecord("eve", UserStatus.ACTIVE, null, null), 0));
    assertThat(judge(Deed.at(1))).isEqualTo(ENTITLED);
  }

  @Test
  void aPermissionThatIsNotKnownIsUnknownUnlessThePersonMayNotActAtAll() {
    entitled(0, CRM_READ);
    assertThat(judge(Deed.at(1).with("crm", null))).isEqualTo(UNKNOWN);
    status(10, UserStatus.DISABLED);
    assertThat(judge(Deed.at(10).with("crm", null))).isEqualTo(DISABLED);
  }

  @Test
  void whoeverHasLeftIsDisabledAndARemovedRecordIsUnknown() {
    entitled(0, CRM_READ);
    status(10, UserStatus.DEPARTED);
    learn(RegistryChange.removal(Subject.USER, "eve", 20));
    assertThat(judge(Deed.at(9))).isEqualTo(ENTITLED);
    assertThat(judge(Deed.at(10))).isEqualTo(DISABLED);
    assertThat(judge(Deed.at(20))).isEqualTo(UNKNOWN);
    pass(20);
    assertThat(told)
        .containsExactly(
            accusation(
                PostureRule.REQUESTER_NOT_ACTIVE, FindingSubject.ofUser("eve"), 10, 1, false));
  }

  @Test
  void anAccusationIsHeldUntilEventTimeHasPassedTheAction() {
    entitled(0);
    judge(Deed.at(10));
    assertThat(asked).containsExactly(10L);
    pass(9);
    assertThat(told).isEmpty();
    pass(10);
    assertThat(told).containsExactly(bypass(10, 1, false));
    pass(11);
    assertThat(told).hasSize(1);
  }

  @Test
  void whatWasDeniedGaveNobodyAnythingButWhoIsGoneShouldNotEvenAsk() {
    entitled(0);
    assertThat(judge(Deed.at(10).answered(Outcome.DENIED))).isEqualTo(NOT_ENTITLED);
    pass(10);
    assertThat(told).isEmpty();
    status(20, UserStatus.DEPARTED);
    judge(Deed.at(30).answered(Outcome.DENIED));
    pass(30);
    assertThat(told).extracting(Accusation::rule).containsExactly(PostureRule.REQUESTER_NOT_ACTIVE);
  }

  @Test
  void anActionThatComesLateIsToldAtOnce() {
    entitled(0);
    pass(10);
    judge(Deed.at(10));
    assertThat(told).containsExactly(bypass(10, 1, false));
    assertThat(asked).isEmpty();
  }

  @Test
  void aGrantThatArrivesWhileTheAccusationIsHeldSettlesIt() {
    entitled(0);
    judge(Deed.at(10));
    entitled(10, CRM_READ);
    pass(10);
    assertThat(told).isEmpty();
  }

  @Test
  void aLateGrantTakesBackWhatWasTold() {
    entitled(0);
    judge(Deed.at(10));
    judge(Deed.at(20));
    pass(30);
    assertThat(told).containsExactly(bypass(10, 1, false), bypass(20, 1, false));
    told.clear();
    entitled(10, CRM_READ);
    assertThat(told).containsExactly(bypass(20, 2, true));
    told.clear();
    entitled(10, CRM_READ);
    assertThat(told).isEmpty();
  }

  @Test
  void aLateGrantThatComesTooLateForTheFirstActionTakesNothingBack() {
    entitled(0);
    judge(Deed.at(10));
    judge(Deed.at(20));
    pass(30);
    told.clear();
    entitled(11, CRM_READ);
    assertThat(told).isEmpty();
  }

  @Test
  void aLateRevocationAccusesTheLatestUse() {
    entitled(0, CRM_READ);
    judge(Deed.at(10));
    judge(Deed.at(20));
    pass(30);
    entitled(21);
    assertThat(told).isEmpty();
    entitled(20);
    assertThat(told).containsExactly(bypass(20, 1, false));
    entitled(20);
    assertThat(told).hasSize(1);
  }

  @Test
  void aLateRevocationFromTheFirstUseOnAccusesAllOfThem() {
    entitled(0, CRM_READ);
    judge(Deed.at(10));
    judge(Deed.at(20));
    pass(30);
    entitled(10);
    assertThat(told).containsExactly(bypass(20, 2, false));
  }

  @Test
  void aRevocationOfWhatEventTimeHasNotPassedIsHeldAsWell() {
    entitled(0, CRM_READ);
    judge(Deed.at(10));
    entitled(5);
    assertThat(told).isEmpty();
    pass(10);
    assertThat(told).containsExactly(bypass(10, 1, false));
  }

  @Test
  void whoTurnsOutToHaveLeftIsAccusedOfThatInstead() {
    entitled(0);
    judge(Deed.at(10));
    pass(10);
    told.clear();
    status(5, UserStatus.DEPARTED);
    assertThat(told)
        .containsExactly(
            bypass(10, 1, true),
            accusation(
                PostureRule.REQUESTER_NOT_ACTIVE, FindingSubject.ofUser("eve"), 10, 1, false));
  }

  @Test
  void oneChargeForManyUsesIsTakenBackWithTheLastOfThem() {
    status(0, UserStatus.DEPARTED);
    judge(Deed.at(10));
    judge(Deed.at(20).with("mail", "mail:send"));
    pass(20);
    told.clear();
    entitled(5, CRM_READ, new Right("mail", "*"));
    status(15, UserStatus.DEPARTED);
    assertThat(told)
        .containsExactly(
            accusation(PostureRule.REQUESTER_NOT_ACTIVE, FindingSubject.ofUser("eve"), 20, 2, true),
            accusation(
                PostureRule.REQUESTER_NOT_ACTIVE, FindingSubject.ofUser("eve"), 20, 1, false));
  }

  @Test
  void oneChargeForManyUsesStandsWhileOneOfThemDoes() {
    status(0, UserStatus.DEPARTED);
    judge(Deed.at(10));
    judge(Deed.at(20).with("mail", "mail:send"));
    pass(20);
    told.clear();
    status(15, UserStatus.DEPARTED);
    entitled(5, CRM_READ);
    assertThat(told).isEmpty();
  }

  @Test
  void theSameEventTwiceIsOneAction() {
    entitled(0);
    pass(10);
    judge(Deed.at(10));
    assertThat(judge(Deed.at(10))).isEqualTo(NOT_ENTITLED);
    assertThat(told).hasSize(1);
  }

  @Test
  void anAgentThroughWhichAnotherDidMoreThanItMayItselfIsAccused() {
    watchAgent();
    learn(granted(0, new Grant(CRM_READ, time(10), time(20), null)));
    for (long at : new long[] {9, 10, 19, 20}) {
      judge(Deed.at(at));
    }
    pass(30);
    FindingSubject subject = FindingSubject.ofChain("helper", "crm", "crm:read");
    assertThat(told)
        .containsExactly(
            accusation(PostureRule.WIDENED_CHAIN, subject, 9, 1, false),
            accusation(PostureRule.WIDENED_CHAIN, subject, 20, 1, false));
  }

  @Test
  void anAgentWithoutDeclaredGrantsOrRecordIsNotAccused() {
    watchAgent();
    assertThat(judge(Deed.at(1))).isEqualTo(UNKNOWN);
    learn(RegistryChange.agent(AgentRecord.of("helper", null, null, null), 2));
    assertThat(judge(Deed.at(2))).isEqualTo(UNKNOWN);
    learn(granted(3));
    assertThat(judge(Deed.at(3).with("crm", null))).isEqualTo(UNKNOWN);
    assertThat(judge(Deed.at(3))).isEqualTo(NOT_ENTITLED);
  }

  @Test
  void whatIsHeldIsBoundedAndNothingOfItIsLost() {
    entitled(0);
    for (int i = 1; i <= PrincipalWatch.MOST_HELD + 5; i++) {
      judge(Deed.at(i));
    }
    assertThat(watch.held).hasSize(PrincipalWatch.MOST_HELD);
    assertThat(told).extracting(Accusation::time).containsExactly(1L, 2L, 3L, 4L, 5L);
    pass(PrincipalWatch.MOST_HELD + 5);
    assertThat(told).hasSize(PrincipalWatch.MOST_HELD + 5).doesNotHaveDuplicates();
  }

  @Test
  void whatIsLoggedIsBounded() {
    entitled(0);
    for (int i = 0; i < 2 * PrincipalWatch.MOST_USES; i++) {
      judge(Deed.of("bot-" + i, 1 + i));
    }
    assertThat(watch.uses.size()).isEqualTo(PrincipalWatch.MOST_USES);
    pass(1_000_000);
    assertThat(told).hasSize(2 * PrincipalWatch.MOST_USES);
  }

  @Test
  void isRegisteredWhileTheRegistryHasARecord() {
    assertThat(watch.isRegistered()).isFalse();
    entitled(10);
    assertThat(watch.isRegistered()).isTrue();
    learn(RegistryChange.removal(Subject.USER, "eve", 20));
    assertThat(watch.isRegistered()).isFalse();
    assertThat(watch.lastUsed()).isEqualTo(20);
  }

  @Test
  void onlyPeopleArePrincipalsOfARequest() {
    assertThat(Principal.of((Requester) null)).isNull();
    assertThat(Principal.of(new Requester("x", Requester.Type.SCHEDULE))).isNull();
    assertThat(Principal.of(new Requester("x", Requester.Type.AGENT))).isNull();
    assertThat(Principal.of(new Requester("x", null)).isPerson()).isTrue();
  }

  @Test
  void isStoredAtAnyMomentAsIfNothingHadHappened() {
    entitled(0);
    judge(Deed.at(10));
    judge(Deed.at(20).with("mail", null));
    pass(10);
    judge(Deed.at(30).with("mail", "mail:send"));
    restore();
    pass(30);
    restore();
    entitled(5, CRM_READ);
    status(6, UserStatus.DEPARTED);
    assertThat(told)
        .extracting(each -> each.rule() + (each.withdrawn() ? "-" : "+") + each.time())
        .containsExactly(
            "AUTHORITY_BYPASS+10",
            "AUTHORITY_BYPASS+30",
            "AUTHORITY_BYPASS-10",
            "AUTHORITY_BYPASS-30",
            "REQUESTER_NOT_ACTIVE+20",
            "REQUESTER_NOT_ACTIVE+10",
            "REQUESTER_NOT_ACTIVE+30");
  }

  @Test
  void refusesWhatIsDamaged() {
    entitled(0);
    judge(Deed.at(10));
    pass(10);
    judge(Deed.at(20));
    byte[] stored = PrincipalWatchCodec.encode(watch);
    assertThat(PrincipalWatchCodec.encode(PrincipalWatchCodec.decode(stored))).isEqualTo(stored);
    Damage.refusesVersion(stored, "principal watch", 1, 1, PrincipalWatchCodec::decode);
    Damage.refusesEveryTruncation(stored, PrincipalWatchCodec::decode);
    Damage.survivesFlippedBits(stored, PrincipalWatchCodec::decode);
    watchAgent();
    learn(granted(0, new Grant(CRM_READ, time(1), null, null)));
    byte[] agent = PrincipalWatchCodec.encode(watch);
    assertThat(PrincipalWatchCodec.encode(PrincipalWatchCodec.decode(agent))).isEqualTo(agent);
  }

  private void watchAgent() {
    watch = new PrincipalWatch(Principal.agent("helper"));
  }

  private void restore() {
    watch = PrincipalWatchCodec.decode(PrincipalWatchCodec.encode(watch));
  }

  private AuthorityVerdict judge(Deed deed) {
    return watch.judge(deed.action(), watermark, listener);
  }

  private void pass(long time) {
    watermark = time;
    watch.release(time, listener);
  }

  private void learn(RegistryChange change) {
    watch.learn(change, watermark, listener);
  }

  private void entitled(long time, Right... rights) {
    learn(
        RegistryChange.user(new UserRecord("eve", UserStatus.ACTIVE, List.of(rights), null), time));
  }

  private void status(long time, UserStatus status) {
    learn(RegistryChange.user(new UserRecord("eve", status, List.of(CRM_READ), null), time));
  }

  private static RegistryChange granted(long time, Grant... grants) {
    return RegistryChange.agent(
        new AgentRecord("helper", null, null, null, null, null, null, null, List.of(grants), null),
        time);
  }

  private static Instant time(long millis) {
    return Instant.ofEpochMilli(millis);
  }

  private static Accusation bypass(long time, long count, boolean withdrawn) {
    return accusation(PostureRule.AUTHORITY_BYPASS, BYPASS, time, count, withdrawn);
  }

  private static Accusation accusation(
      PostureRule rule, FindingSubject subject, long time, long count, boolean withdrawn) {
    return new Accusation(rule, "bot", subject, time, "bot@" + time, count, withdrawn);
  }
}
