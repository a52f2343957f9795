package io.driftline.simulate;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Credential;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sets agents up, purpose after purpose in turn, so that each purpose has peers. */
final class AgentFactory {
  /**
   * Mean calls of one session, as measured over all workflows; turns action counts into sessions.
   */
  static final double ACTIONS_PER_SESSION = 6;

  /** Every n-th agent, from the given one on, sends no session id: a documented minority. */
  static final int WITHOUT_SESSION_EVERY = 13;

  private static final int WITHOUT_SESSION_FIRST = 3;
  private static final List<Integer> ZONES = List.of(0, 1, 1, 2);

  private static final int FEWEST_DIGITS = 4;

  private final SimulationSettings settings;
  private final People people;
  private final Set<String> ids = new HashSet<>();

  AgentFactory(SimulationSettings settings, People people) {
    this.settings = settings;
    this.people = people;
  }

  /** Makes each agent once, in ascending order of {@code index}. */
  AgentProfile agent(int index) {
    Dice dice = new Dice(Dice.mix(settings.seed(), 10_000L + index));
    Purpose purpose = Purpose.ALL.get(index % Purpose.ALL.size());
    int number = index / Purpose.ALL.size();
    AgentKind kind = purpose.kindOf(number);
    Person principal = people.of(purpose.home(), number, 0);
    return new AgentProfile(
        index,
        purpose,
        principal,
        dice.nextLong() >>> 1,
        release(purpose, number, kind, owner(kind, purpose, principal, dice), dice),
        credential(kind, dice),
        habits(index, purpose, kind, dice),
        new WorkflowMix(purpose, oneIn(4, dice), dice),
        new Network(kind, dice.nextLong()),
        index % WITHOUT_SESSION_EVERY != WITHOUT_SESSION_FIRST,
        dice.chance(0.6),
        Drift.NONE);
  }

  /** Shared agents belong to a team or, one in six, to nobody; all others to a person. */
  private static String owner(AgentKind kind, Purpose purpose, Person principal, Dice dice) {
    if (kind != AgentKind.ORGANIZATIONAL) {
      return principal.address();
    }
    return dice.chance(1 / 6.0) ? null : "team-" + purpose.home().code();
  }

  private Change<Agent> release(
      Purpose purpose, int number, AgentKind kind, String owner, Dice dice) {
    String id = unique(purpose.code() + "-", Hex.of(dice.nextLong()));
    String name = purpose.code().replace('-', ' ') + " " + (number + 1);
    int minor = dice.between(0, 9);
    return new Change<>(
        new Agent(id, kind, name, "1." + minor + ".0", owner),
        new Agent(id, kind, name, "1." + (minor + 1) + ".0", owner),
        oneIn(3, dice));
  }

  /** With as many digits as it takes, four at least: of two thousand agents two agree in those. */
  private String unique(String prefix, String digits) {
    int length = FEWEST_DIGITS;
    while (!ids.add(prefix + digits.substring(0, length))) {
      length++;
    }
    return prefix + digits.substring(0, length);
  }

  private Change<Credential> credential(AgentKind kind, Dice dice) {
    String type =
        switch (kind) {
          case PERSONAL -> "oauth_token";
          case THIRD_PARTY -> "api_key";
          case ORGANIZATIONAL -> "service_account";
        };
    return new Change<>(credential(type, dice), credential(type, dice), oneIn(6, dice));
  }

  private static Credential credential(String type, Dice dice) {
    return new Credential("cred-" + Hex.of(dice.nextLong()).substring(0, 10), type);
  }

  private Habits habits(int index, Purpose purpose, AgentKind kind, Dice dice) {
    double volume = dice.logNormal(kind == AgentKind.PERSONAL ? 0.6 : 1.1, 0.4);
    double sessions = volume * settings.actionsPerAgentDay() / ACTIONS_PER_SESSION;
    int zone = dice.pick(ZONES);
    boolean nightly =
        kind == AgentKind.ORGANIZATIONAL && purpose != Purpose.HR_ASSISTANT && dice.chance(0.4);
    if (index == settings.agents() - 1) {
      return new Habits(sessions, zone, false, lastActiveDays(), Change.NEVER);
    }
    int from = dice.chance(0.15) ? dice.below(settings.days()) : Change.NEVER - 10;
    return new Habits(sessions, zone, nightly, from, from + dice.between(1, 5));
  }

  /** How long the agent that falls dormant works at first. */
  private int lastActiveDays() {
    return Math.min(settings.days() - 1, Math.max(1, settings.days() / 5));
  }

  /** A seeded day for one in so many agents, never for the others. */
  private int oneIn(int agents, Dice dice) {
    int day = 1 + dice.below(settings.days());
    return dice.below(agents) == 0 ? day : Change.NEVER;
  }
}
