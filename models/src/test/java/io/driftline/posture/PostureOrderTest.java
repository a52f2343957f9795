package io.driftline.posture;

import static io.driftline.posture.Registered.DAY;
import static io.driftline.posture.Registered.HOUR;
import static io.driftline.posture.Registered.START;
import static io.driftline.posture.Registered.action;
import static io.driftline.posture.Registered.agent;
import static io.driftline.posture.Registered.ann;
import static io.driftline.posture.Registered.gone;
import static io.driftline.posture.Registered.grant;
import static io.driftline.posture.Registered.grantUntil;
import static io.driftline.posture.Registered.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Outcome;
import io.driftline.baseline.Damage;
import io.driftline.feature.SensitivityTable;
import io.driftline.registry.Grant;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.Right;
import io.driftline.registry.UserStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** However what is done and what is said come together, the same findings are open in the end. */
class PostureOrderTest {

  private static final long DAYS = 20;
  private static final String[] PERMISSIONS = {"crm:read", "crm:write", "crm:delete"};
  private static final PostureWatchCodec CODEC =
      new PostureWatchCodec(PostureSettings.defaults(), SensitivityTable.shipped());

  /** One thing that happens: something is done, said, or found out elsewhere. */
  private record Event(
      long time, AgentAction action, RegistryChange change, Accusation accusation) {}

  @RepeatedTest(200)
  void theOrderOfArrivalMakesNoDifferenceToWhatIsOpenInTheEnd(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Event> events = events(random);
    TreeSet<String> inOrder = run(events, 0, false);
    List<Event> reversed = new ArrayList<>(events);
    Collections.reverse(reversed);
    assertThat(run(reversed, Long.MAX_VALUE / 4, false)).as("reversed").isEqualTo(inOrder);
    List<Event> registryLast = new ArrayList<>(events);
    registryLast.sort(Comparator.comparing(event -> event.change() != null));
    assertThat(run(registryLast, Long.MAX_VALUE / 4, false))
        .as("all that is said comes last")
        .isEqualTo(inOrder);
    List<Event> late = new ArrayList<>(events);
    late.sort(Comparator.comparingLong(event -> event.time() + random.nextLong(3 * DAY)));
    assertThat(run(late, HOUR, false)).as("mostly late").isEqualTo(inOrder);
    assertThat(run(late, HOUR, true)).as("stored after each event").isEqualTo(inOrder);
  }

  @Test
  void whatIsStoredIsReadAndDamageIsRefused() {
    PostureWatch watch = fresh();
    for (Event event : events(new Random(7))) {
      handle(watch, event, START + 9 * DAY);
    }
    byte[] stored = CODEC.encode(watch);
    assertThat(CODEC.encode(CODEC.decode(stored))).isEqualTo(stored);
    byte[] empty = CODEC.encode(fresh());
    assertThat(CODEC.encode(CODEC.decode(empty))).isEqualTo(empty);
    Damage.refusesVersion(stored, "posture watch", 1, 2, CODEC::decode);
    Damage.refusesEveryTruncation(stored, CODEC::decode);
    Damage.survivesFlippedBits(stored, CODEC::decode);
  }

  /**
   * What is open in the end.
   *
   * @param lag how far the watermark lies behind the latest event
   */
  private static TreeSet<String> run(List<Event> events, long lag, boolean stored) {
    PostureWatch watch = fresh();
    long latest = Long.MIN_VALUE / 4;
    long watermark = Long.MIN_VALUE;
    for (Event event : events) {
      handle(watch, event, watermark);
      latest = Math.max(latest, event.time());
      watermark = Math.max(watermark, latest - lag - 1);
      pass(watch, watermark);
      watch = stored ? CODEC.decode(CODEC.encode(watch)) : watch;
    }
    pass(watch, START + DAYS * DAY);
    TreeSet<String> open = new TreeSet<>();
    watch.open().forEach(each -> open.add(each.key().rule() + " " + each.key().subject()));
    return open;
  }

  private static PostureWatch fresh() {
    return new PostureWatch(PostureSettings.defaults(), SensitivityTable.shipped());
  }

  private static void handle(PostureWatch watch, Event event, long watermark) {
    if (event.action() != null) {
      watch.use(event.action(), watermark, finding -> {});
    } else if (event.accusation() != null) {
      watch.accuse(event.accusation(), watermark, finding -> {});
    } else {
      watch.learn("bot", event.change(), watermark, finding -> {});
    }
  }

  private static void pass(PostureWatch watch, long watermark) {
    for (long next = watch.due.next(); next <= watermark; next = watch.due.next()) {
      watch.wake(next, watermark, finding -> {});
    }
  }

  /** Some uses, and a registry that gives and takes, in order of time and at distinct times. */
  private static List<Event> events(Random random) {
    TreeSet<Long> times = new TreeSet<>();
    while (times.size() < 24) {
      times.add(START + random.nextLong(DAYS * DAY));
    }
    List<Event> events = new ArrayList<>();
    times.forEach(time -> events.add(anyEvent(time, random)));
    return events;
  }

  private static Event anyEvent(long time, Random random) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> new Event(time, null, anyChange(time, random), null);
      case 2 -> new Event(time, null, null, anyAccusation(time, random));
      default -> new Event(time, anyAction(time, random), null, null);
    };
  }

  private static Accusation anyAccusation(long time, Random random) {
    FindingSubject what = FindingSubject.ofUse("eve", "crm", PERMISSIONS[random.nextInt(3)]);
    return new Accusation(PostureRule.AUTHORITY_BYPASS, "bot", what, time, "e" + time, 1, false);
  }

  private static AgentAction anyAction(long time, Random random) {
    String permission = PERMISSIONS[random.nextInt(3)];
    String requester = random.nextBoolean() ? "eve" : "bob";
    return action("e" + time, time, "crm", permission, requester, null, Outcome.SUCCESS);
  }

  private static RegistryChange anyChange(long time, Random random) {
    int which = random.nextInt(8);
    if (which == 0) {
      return gone(time);
    }
    if (which == 1) {
      return ann(time, UserStatus.ACTIVE, new Right("crm", PERMISSIONS[random.nextInt(3)]));
    }
    if (which == 2) {
      return ann(time, UserStatus.DEPARTED);
    }
    return says(
        time,
        agent(
            AgentKind.PERSONAL,
            random.nextInt(4) == 0 ? null : "ann",
            random.nextBoolean() ? List.of("crm") : List.of("mail"),
            random.nextBoolean() ? List.of("eve") : null,
            anyGrants(time, random)));
  }

  private static List<Grant> anyGrants(long time, Random random) {
    List<Grant> grants = new ArrayList<>();
    for (String permission : PERMISSIONS) {
      if (random.nextBoolean()) {
        grants.add(
            random.nextBoolean()
                ? grant("crm", permission, time - DAY)
                : grantUntil("crm", permission, time - DAY, time + random.nextLong(4 * DAY)));
      }
    }
    return grants;
  }
}
