package io.driftline.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Decides when each attack happens and to which agent. Attacks take turns over the working hours
 * (those by night over the nights) of the part after the clean one, each on an agent of its own as
 * long as there are enough; only an attack of several sessions lasts while others come and go.
 */
final class AttackPlanner {
  private static final long SEED_LABEL = 20_000_000;

  /** How much of its turn an attack may be late, so that it ends before the next begins. */
  private static final double JITTER = 0.3;

  private static final long LEAST_TURN = Rhythm.HOUR;

  private final SimulationSettings settings;
  private final List<AgentProfile> agents;
  private final ResourceChooser resources;
  private final Dice dice;
  private final Set<AgentProfile> taken = new HashSet<>();
  private final List<SessionPlan> plans = new ArrayList<>();

  AttackPlanner(SimulationSettings settings, List<AgentProfile> agents, ResourceChooser resources) {
    this.settings = settings;
    this.agents = agents;
    this.resources = resources;
    this.dice = new Dice(Dice.mix(settings.seed(), SEED_LABEL));
  }

  /** The sessions in which attacks happen, in order of time. */
  List<SessionPlan> plans() {
    List<AttackKind> order = dice.shuffled(settings.attacks());
    inTurn(order.stream().filter(AttackPlanner::byNight).toList(), OpenHours::night);
    inTurn(order.stream().filter(AttackPlanner::byDay).toList(), OpenHours::office);
    order.stream().filter(AttackPlanner::lasting).forEach(this::inParts);
    plans.sort(SessionPlan.BY_START);
    return plans;
  }

  private static boolean lasting(AttackKind kind) {
    return AttackScript.of(kind).parts() > 1;
  }

  private static boolean byNight(AttackKind kind) {
    return !lasting(kind) && AttackScript.of(kind).byNight();
  }

  private static boolean byDay(AttackKind kind) {
    return !lasting(kind) && !AttackScript.of(kind).byNight();
  }

  private void inTurn(List<AttackKind> kinds, BiFunction<Long, Long, OpenHours> hours) {
    for (int turn = 0; turn < kinds.size(); turn++) {
      long start = turn(turn, kinds.size(), hours);
      add(kinds.get(turn), victim(kinds.get(turn), day(start)), 0, start);
    }
  }

  private void inParts(AttackKind kind) {
    int parts = AttackScript.of(kind).parts();
    AgentProfile victim = victim(kind, day(settings.attackStart().toEpochMilli()));
    for (int part = 0; part < parts; part++) {
      add(kind, victim, part, turn(part, parts, OpenHours::office));
    }
  }

  /** When the given one of several equal turns begins, a little late. */
  private long turn(int turn, int turns, BiFunction<Long, Long, OpenHours> openHours) {
    long from = settings.attackStart().toEpochMilli();
    long end = settings.end().toEpochMilli();
    OpenHours open = openHours.apply(from, end);
    boolean roomy = open.total() >= turns * LEAST_TURN;
    // A part with too few such hours is used round the clock.
    OpenHours hours = roomy ? open : OpenHours.always(from, end);
    return hours.at((turn + JITTER * dice.uniform()) / turns);
  }

  private void add(AttackKind kind, AgentProfile victim, int part, long start) {
    int day = day(start);
    AttackScene scene = new AttackScene(kind, victim, day, resources, dice);
    Intrusion intrusion = AttackScript.of(kind).intrude(scene, part);
    plans.add(new SessionPlan(victim, day, start, dice.nextLong(), false, intrusion));
  }

  /** A suitable agent, if possible one that is at work that day and not yet a victim. */
  private AgentProfile victim(AttackKind kind, int day) {
    AttackScript script = AttackScript.of(kind);
    AgentProfile victim =
        dice.shuffled(agents).stream()
            .min(Comparator.comparingInt(agent -> reluctance(script, agent, day)))
            .orElseThrow();
    taken.add(victim);
    return victim;
  }

  private int reluctance(AttackScript script, AgentProfile agent, int day) {
    boolean wantsDormant = script instanceof DormantAwakening;
    return (script.suits(agent) ? 0 : 8)
        + (agent.habits().fallsDormant() == wantsDormant ? 0 : 16)
        + (taken.contains(agent) ? 2 : 0)
        + (agent.habits().away(day) ? 1 : 0);
  }

  private int day(long time) {
    return (int) ((time - settings.start().toEpochMilli()) / Rhythm.DAY);
  }
}
