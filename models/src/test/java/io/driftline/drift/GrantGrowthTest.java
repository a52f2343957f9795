package io.driftline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.registry.RegistryChange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantGrowthTest {

  private static final int MATURE = 20;

  @Test
  void oneGrantAWeekIsGrowthWithTheFourth() {
    DriftSignal signal = growing(11, 4, 7).watch().get(0);
    assertThat(signal.kind()).isEqualTo(DriftKind.GROWTH);
    assertThat(signal.dimension()).isEqualTo(DriftDimension.GRANTED_PERMISSION);
    assertThat(signal.began()).isEqualTo(CalendarDay.start(GrantedAgent.START + MATURE));
    assertThat(signal.found()).isEqualTo(CalendarDay.start(GrantedAgent.START + MATURE + 22));
    assertThat(signal.before()).isEqualTo(11);
    assertThat(signal.after()).isEqualTo(15);
    assertThat(signal.strength()).isBetween(1.0, 1.5);
    assertThat(signal.significance()).isBetween(0.001, 0.05);
    assertThat(signal.changes())
        .extracting(ShareChange::value)
        .containsExactly("crm/new-0", "crm/new-1", "crm/new-2", "crm/new-3");
    assertThat(signal.changes().get(1).granted())
        .isEqualTo(Instant.ofEpochMilli(GrantedAgent.middleOf(MATURE + 7)));
  }

  @Test
  void aSentenceSaysWhatWasGrantedAndWhen() {
    assertThat(DriftSentence.of("sales-7", growing(11, 4, 7).watch().get(0)))
        .isEqualTo(
            "sales-7 has been granted one right after another since 2026-01-25: it holds 15"
                + " instead of 11; new: crm/new-0 since 2026-01-25, crm/new-1 since 2026-02-01,"
                + " crm/new-2 since 2026-02-08 and 1 more.");
  }

  @Test
  void fourStepsIn24DaysAreGrowthAndIn25AreNot() {
    assertThat(growing(11, 4, 8).watch()).hasSize(1);
    assertThat(growing(11, 3, 8).give("last").say(MATURE + 25).watch()).isEmpty();
  }

  @Test
  void aGrantEveryTenDaysIsFoundLater() {
    assertThat(growing(11, 4, 10).watch()).isEmpty();
    assertThat(growing(11, 5, 10).watch()).hasSize(1);
  }

  @Test
  void aGrantEveryTwentyDaysIsUsual() {
    assertThat(growing(11, 20, 20).watch()).isEmpty();
  }

  @Test
  void whatIsGrantedWithinFewDaysIsOneStepHoweverMuchItIs() {
    GrantedAgent agent = GrantedAgent.with(11);
    for (int i = 0; i < 40; i++) {
      agent.give("new-" + i).say(MATURE + i / 10);
    }
    assertThat(agent.watch()).isEmpty();
  }

  @Test
  void aGrantEveryDayIsGrowthAfterTenDays() {
    List<DriftSignal> found = growing(11, 30, 1).watch();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).found()).isEqualTo(CalendarDay.start(GrantedAgent.START + MATURE + 10));
  }

  @Test
  void oneInAndOneOutIsNothingWhicheverComesFirst() {
    GrantedAgent together = GrantedAgent.with(11);
    GrantedAgent inFirst = GrantedAgent.with(11);
    GrantedAgent outFirst = GrantedAgent.with(11);
    for (int i = 0; i < 12; i++) {
      int day = MATURE + 7 * i;
      String permission = "new-" + i;
      together.takeOldest().give(permission).say(day);
      inFirst.give(permission).say(day).takeOldest().say(day + 3);
      outFirst.takeOldest().say(day).give(permission).say(day + 3);
    }
    assertThat(together.watch()).isEmpty();
    assertThat(inFirst.watch()).isEmpty();
    assertThat(outFirst.watch()).isEmpty();
  }

  @Test
  void temporaryGrantsThatRunOutAreNoGrowth() {
    GrantedAgent agent = GrantedAgent.with(11);
    for (int i = 0; i < 12; i++) {
      int day = MATURE + 7 * i;
      agent.give("new-" + i, Instant.ofEpochMilli(GrantedAgent.middleOf(day + 1))).say(day);
    }
    assertThat(agent.watch()).isEmpty();
  }

  @Test
  void amongManyGrantsAFewMoreAreNotMuch() {
    assertThat(growing(51, 5, 7).watch()).isEmpty();
    List<DriftSignal> found = growing(51, 6, 7).watch();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).after()).isEqualTo(57);
  }

  @Test
  void slowGrowthAmongManyIsMeasuredFromItsBeginning() {
    GrantedAgent agent = GrantedAgent.with(120);
    for (int week = 0; week < 20; week++) {
      agent.give("new-" + week);
      if (week % 4 == 1) {
        agent.takeOldest().give("in-place-of-" + week);
      }
      agent.say(MATURE + 7 * week);
    }
    DriftSignal signal = agent.watch().get(0);
    assertThat(signal.before()).isEqualTo(120);
    assertThat(signal.after()).isEqualTo(132);
  }

  @Test
  void whatTheFirstWeeksBringIsTheReference() {
    GrantedAgent agent = GrantedAgent.with(2);
    for (int i = 0; i < 3; i++) {
      agent.give("first-" + i).say(1 + 6 * i);
    }
    assertThat(agent.give("later").say(19).watch()).isEmpty();
  }

  @Test
  void aRegistryThatForgetsForADayChangesNothing() {
    GrantedAgent agent = GrantedAgent.with(11).remove(MATURE);
    for (int i = 0; i < 11; i++) {
      agent.say(MATURE + 1 + 6 * i).remove(MATURE + 3 + 6 * i);
    }
    assertThat(agent.watch()).isEmpty();
  }

  @Test
  void aRightThatComesBackIsNotNew() {
    GrantedAgent agent = GrantedAgent.with(11);
    for (int i = 0; i < 5; i++) {
      agent.takeOldest();
    }
    agent.say(MATURE);
    for (int i = 0; i < 5; i++) {
      agent.give("usual-" + i).say(MATURE + 7 * i);
    }
    assertThat(agent.watch()).isEmpty();
  }

  @Test
  void aPatternThatIsSpeltOutIsNoGrowth() {
    GrantedAgent agent = GrantedAgent.with(3).give("mail:*").say(1).take("mail:*");
    for (int i = 0; i < 6; i++) {
      agent.give("mail:" + i).say(MATURE + 7 * i);
    }
    assertThat(agent.watch()).isEmpty();
  }

  @Test
  void anAgentOfWhichNothingWasDeclaredHasItsReferenceWhenItIs() {
    GrantedAgent agent = new GrantedAgent().saySilently(0);
    for (int i = 0; i < 9; i++) {
      agent.give("first-" + i);
    }
    assertThat(agent.say(40).watch()).isEmpty();
  }

  @Test
  void growthIsRaisedOnceUntilItIsTheReference() {
    // Four for the first; accepted 14 days later; and then four more.
    assertThat(growing(11, 6, 7).watch()).hasSize(1);
    assertThat(growing(11, 8, 7).watch()).hasSize(1);
    List<DriftSignal> found = growing(11, 9, 7).watch();
    assertThat(found).hasSize(2);
    assertThat(found.get(1).before()).isEqualTo(16);
    assertThat(found.get(1).changes()).hasSize(4);
  }

  @Test
  void whatIsAcceptedIsTheReferenceAtOnce() {
    GrantGrowth growth = new GrantGrowth(DriftSettings.defaults());
    assertThat(growth.accept()).isFalse();
    assertThat(growing(11, 4, 7).watch(growth)).hasSize(1);
    assertThat(growth.accept()).isTrue();
    assertThat(growth.accept()).isFalse();
    List<RegistryChange> more = growing(11, 8, 7).changes();
    List<DriftSignal> found =
        more.stream().map(growth::learn).filter(signal -> signal != null).toList();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).before()).isEqualTo(15);
    assertThat(found.get(0).after()).isEqualTo(19);
  }

  @Test
  void whatIsOutOfDateChangesNothing() {
    GrantGrowth growth = new GrantGrowth(DriftSettings.defaults());
    List<RegistryChange> changes = growing(11, 4, 7).changes();
    growth.learn(changes.get(4));
    long heard = growth.lastHeard();
    assertThat(growth.learn(changes.get(2))).isNull();
    assertThat(growth.lastHeard()).isEqualTo(heard);
  }

  @Test
  void namesTheVersionThatAppearedThen() {
    GrantedAgent agent = new GrantedAgent().version("1.0").give("usual").say(0);
    agent.version("2.0");
    for (int i = 0; i < 4; i++) {
      agent.give("new-" + i).say(MATURE + 7 * i);
    }
    assertThat(agent.watch().get(0).version()).isEqualTo("2.0");
  }

  /** One more grant every few days. */
  private static GrantedAgent growing(int before, int grants, int everyDays) {
    GrantedAgent agent = GrantedAgent.with(before);
    for (int i = 0; i < grants; i++) {
      agent.give("new-" + i).say(MATURE + everyDays * i);
    }
    return agent;
  }
}
