package io.driftline.baseline;

import static io.driftline.baseline.SampleAction.sample;

import io.driftline.activity.AgentAction;
import io.driftline.activity.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Arbitrary actions for tests, the same for the same generator. */
public final class RandomActions {

  private RandomActions() {}

  /** {@code size} actions about {@code step} apart, a few out of order, any field may be absent. */
  public static List<AgentAction> list(RandomGenerator random, int size, Duration step) {
    List<AgentAction> actions = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      long late = random.nextInt(10) == 0 ? random.nextLong(3 * step.toMillis() + 1) : 0;
      actions.add(action(random, "event-" + i, step.multipliedBy(i).minusMillis(late)));
    }
    return actions;
  }

  private static AgentAction action(RandomGenerator random, String eventId, Duration after) {
    return sample()
        .eventId(eventId)
        .after(after)
        .requester(maybe(random, "user-", 5))
        .session(maybe(random, "session-", 9))
        .system("system-" + random.nextInt(4))
        .action("action-" + random.nextInt(8))
        .permission(maybe(random, "mail:verb-", 6))
        .resource(maybe(random, "/place-" + random.nextInt(4) + "/folder/", 60))
        .outcome(random.nextBoolean() ? null : Outcome.values()[random.nextInt(3)])
        .credential(maybe(random, "key-", 3))
        .sourceIp(maybe(random, "10.0.", 4))
        .bytes(random.nextBoolean() ? null : (long) random.nextInt(1_000_000))
        .build();
  }

  private static String maybe(RandomGenerator random, String prefix, int kinds) {
    return random.nextInt(5) == 0 ? null : prefix + random.nextInt(kinds);
  }
}
