package io.driftline.drift;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** An agent that works in office hours on a few systems, and may change what it does. */
final class WorkingAgent {

  static final String ID = "agent-7";
  static final long START = LocalDate.of(2026, 1, 5).toEpochDay();

  private final Random random;
  private final List<AgentAction> actions = new ArrayList<>();
  private List<String> systems = List.of("crm", "crm", "crm", "mail", "mail", "wiki");
  private String version = "1.0";
  private int sessions = 6;
  private double failures = 0.02;
  private long day = START;

  WorkingAgent(long seed) {
    this.random = new Random(seed);
  }

  /** From now on one of these is used per action, each as often as it is listed. */
  WorkingAgent on(String... newSystems) {
    systems = List.of(newSystems);
    return this;
  }

  WorkingAgent withVersion(String newVersion) {
    version = newVersion;
    return this;
  }

  WorkingAgent withSessions(int aDay) {
    sessions = aDay;
    return this;
  }

  WorkingAgent withFailures(double share) {
    failures = share;
    return this;
  }

  /** Works on for so many days, at weekends hardly. */
  WorkingAgent works(int days) {
    for (long end = day + days; day < end; day++) {
      int today = CalendarDay.isWorking(day) ? sessions - 2 + random.nextInt(5) : random.nextInt(2);
      for (int session = 0; session < today; session++) {
        session(3 + random.nextInt(6));
      }
    }
    return this;
  }

  /** One session of so many calls, today. */
  WorkingAgent session(int calls) {
    long start = CalendarDay.start(day) + (8 + random.nextInt(10)) * 3_600_000L;
    for (int call = 0; call < calls; call++) {
      actions.add(action(start + call * 20_000L + random.nextInt(10_000)));
    }
    return this;
  }

  /** The day that it has come to: what it does next is done on this day. */
  long today() {
    return day;
  }

  List<AgentAction> actions() {
    List<AgentAction> sorted = new ArrayList<>(actions);
    sorted.sort((a, b) -> a.time().compareTo(b.time()));
    return Collections.unmodifiableList(sorted);
  }

  private AgentAction action(long time) {
    String system = systems.get(random.nextInt(systems.size()));
    String verb = random.nextInt(3) == 0 ? "write" : "read";
    return new AgentAction(
        "e-" + actions.size(),
        Instant.ofEpochMilli(time),
        new Agent(ID, AgentKind.ORGANIZATIONAL, "Agent", version, "team"),
        new Requester("user-" + random.nextInt(4), Requester.Type.USER),
        null,
        null,
        null,
        system,
        verb,
        system + ":" + verb,
        "/" + system + "/" + random.nextInt(3) + "/" + random.nextInt(50),
        random.nextDouble() < failures ? Outcome.ERROR : Outcome.SUCCESS,
        null,
        null,
        null);
  }
}
