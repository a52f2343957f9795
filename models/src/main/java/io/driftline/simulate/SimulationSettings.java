package io.driftline.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What to simulate. The same settings give the same actions, byte for byte.
 *
 * @param seed every choice follows from it
 * @param agents at least {@value #FEWEST_AGENTS}: one for each purpose and one that falls dormant
 * @param people at least {@value #FEWEST_PEOPLE}: one for each area
 * @param days length of the span, at least 1
 * @param start first instant of the span, a midnight in UTC
 * @param actionsPerAgentDay mean number of actions of an average agent on an ordinary working day,
 *     above 0
 * @param attacks the kinds to plant, each once; empty for an undisturbed enterprise
 * @param attackFrom share of the span, in (0, 1), that stays free of attacks
 */
public record SimulationSettings(
    long seed,
    int agents,
    int people,
    int days,
    Instant start,
    double actionsPerAgentDay,
    Set<AttackKind> attacks,
    double attackFrom) {
  static final int FEWEST_AGENTS = 8;
  static final int FEWEST_PEOPLE = 8;

  /** Gives each attack the room to end before the next begins. */
  private static final long HOURS_PER_ATTACK = 1;

  public SimulationSettings {
    atLeast("agents", agents, FEWEST_AGENTS);
    atLeast("people", people, FEWEST_PEOPLE);
    atLeast("days", days, 1);
    Objects.requireNonNull(start, "start");
    if (!start.equals(start.truncatedTo(ChronoUnit.DAYS))) {
      throw new IllegalArgumentException(
          "start must be midnight in UTC, was " + start + ": truncate it to days");
    }
    if (!(actionsPerAgentDay > 0 && actionsPerAgentDay < 1e6)) {
      throw new IllegalArgumentException(
          "actionsPerAgentDay must be above 0 and below 1000000, was " + actionsPerAgentDay);
    }
    if (!(attackFrom > 0 && attackFrom < 1)) {
      throw new IllegalArgumentException("attackFrom must be in (0, 1), was " + attackFrom);
    }
    attacks = ordered(attacks);
    requireRoom(attacks.size(), days, attackFrom);
  }

  /**
   * 36 agents and 120 people over ten days from Wednesday 2026-01-28 (a month-end is among them),
   * with every kind of attack in the last four days.
   */
  public static SimulationSettings defaults() {
    return new SimulationSettings(
        42,
        36,
        120,
        10,
        Instant.parse("2026-01-28T00:00:00Z"),
        120,
        EnumSet.allOf(AttackKind.class),
        0.6);
  }

  public SimulationSettings withSeed(long newSeed) {
    return new SimulationSettings(
        newSeed, agents, people, days, start, actionsPerAgentDay, attacks, attackFrom);
  }

  public SimulationSettings withAgents(int newAgents) {
    return new SimulationSettings(
        seed, newAgents, people, days, start, actionsPerAgentDay, attacks, attackFrom);
  }

  public SimulationSettings withPeople(int newPeople) {
    return new SimulationSettings(
        seed, agents, newPeople, days, start, actionsPerAgentDay, attacks, attackFrom);
  }

  public SimulationSettings withDays(int newDays) {
    return new SimulationSettings(
        seed, agents, people, newDays, start, actionsPerAgentDay, attacks, attackFrom);
  }

  public SimulationSettings withStart(Instant newStart) {
    return new SimulationSettings(
        seed, agents, people, days, newStart, actionsPerAgentDay, attacks, attackFrom);
  }

  public SimulationSettings withActionsPerAgentDay(double newActions) {
    return new SimulationSettings(
        seed, agents, people, days, start, newActions, attacks, attackFrom);
  }

  public SimulationSettings withAttacks(Set<AttackKind> newAttacks) {
    return new SimulationSettings(
        seed, agents, people, days, start, actionsPerAgentDay, newAttacks, attackFrom);
  }

  public SimulationSettings withAttackFrom(double newAttackFrom) {
    return new SimulationSettings(
        seed, agents, people, days, start, actionsPerAgentDay, attacks, newAttackFrom);
  }

  /** The first instant after the span. */
  public Instant end() {
    return start.plus(Duration.ofDays(days));
  }

  /** No attack begins earlier; sessions that begin earlier are the baseline. */
  public Instant attackStart() {
    return start.plusMillis((long) (attackFrom * Duration.ofDays(days).toMillis()));
  }

  private static Set<AttackKind> ordered(Set<AttackKind> attacks) {
    EnumSet<AttackKind> copy = EnumSet.noneOf(AttackKind.class);
    copy.addAll(attacks);
    return Collections.unmodifiableSet(copy);
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
    }
  }

  private static void requireRoom(int attacks, int days, double attackFrom) {
    long hours = (long) (24.0 * days * (1 - attackFrom));
    if (attacks * HOURS_PER_ATTACK > hours) {
      throw new IllegalArgumentException(
          attacks
              + " attacks do not fit into the last "
              + hours
              + " hours of "
              + days
              + " days (each needs 1): simulate more days, lower attackFrom, or plant fewer");
    }
  }
}
