package io.driftline.simulate;

import java.util.ArrayList;
import java.util.List;

/** Lays out one day of the enterprise: who starts a session when. */
final class DayPlanner {
  private static final long NIGHTLY_FROM = 2 * Rhythm.HOUR;
  private static final int NIGHTLY_WITHIN = (int) Rhythm.HOUR / 12;
  private static final double SCHEDULER_FAILS = 0.03;

  private final SimulationSettings settings;
  private final List<AgentProfile> agents;
  private final List<SessionPlan> extra;

  /**
   * @param extra sessions that no ordinary day would have, such as those that suffer an attack
   */
  DayPlanner(SimulationSettings settings, List<AgentProfile> agents, List<SessionPlan> extra) {
    this.settings = settings;
    this.agents = agents;
    this.extra = extra;
  }

  /** The sessions that start on a day, in order of time. */
  List<SessionPlan> sessions(int day) {
    List<SessionPlan> plans = new ArrayList<>();
    for (AgentProfile agent : agents) {
      if (!agent.habits().away(day)) {
        addOrdinary(agent, day, plans);
      }
    }
    extra.stream().filter(plan -> plan.day() == day).forEach(plans::add);
    plans.sort(SessionPlan.BY_START);
    return plans;
  }

  private void addOrdinary(AgentProfile agent, int day, List<SessionPlan> plans) {
    Dice dice = new Dice(Dice.mix(Dice.mix(settings.seed(), agent.index()), day));
    long midnight = settings.start().toEpochMilli() + day * Rhythm.DAY;
    double intensity = Rhythm.intensity(agent.purpose(), midnight, dice);
    double usual = agent.habits().sessions() * intensity;
    int sessions = dice.poisson(usual * agent.drift().sessions(day));
    for (int i = 0; i < sessions; i++) {
      long local = Rhythm.timeOfDay(dice) - agent.habits().zoneHours() * Rhythm.HOUR;
      long start = midnight + Math.floorMod(local, Rhythm.DAY);
      plans.add(new SessionPlan(agent, day, start, dice.nextLong(), false, null));
    }
    if (agent.habits().nightly() && !dice.chance(SCHEDULER_FAILS)) {
      plans.add(nightly(agent, day, midnight, dice));
    }
  }

  private static SessionPlan nightly(AgentProfile agent, int day, long midnight, Dice dice) {
    long usual = NIGHTLY_FROM + (agent.taste() % 4) * Rhythm.HOUR / 4;
    long start = midnight + usual + dice.below(NIGHTLY_WITHIN);
    return new SessionPlan(agent, day, start, dice.nextLong(), true, null);
  }
}
