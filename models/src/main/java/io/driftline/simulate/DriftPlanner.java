package io.driftline.simulate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Decides which agents change, how and when; all others it makes stable. */
final class DriftPlanner {
  private static final long SEED_LABEL = 40_000_000;
  private static final long LOOP_LABEL = 41_000_000;
  private static final double WITH_RELEASE = 1 / 3.0;

  private final DriftSettings settings;
  private final Map<Integer, DriftScript> scripts;

  DriftPlanner(DriftSettings settings) {
    this.settings = settings;
    List<Integer> order =
        new Dice(Dice.mix(settings.enterprise().seed(), SEED_LABEL))
            .shuffled(IntStream.range(0, settings.enterprise().agents()).boxed().toList());
    this.scripts =
        IntStream.range(0, settings.agentsPerScript() * DriftScript.values().length)
            .boxed()
            .collect(Collectors.toMap(order::get, this::script));
  }

  private DriftScript script(int place) {
    return DriftScript.values()[place / settings.agentsPerScript()];
  }

  /** The agent without what would change it by chance, but with the drift it is to have. */
  AgentProfile shaped(AgentProfile ordinary) {
    AgentProfile stable = ordinary.stable();
    DriftScript script = scripts.get(stable.index());
    return script == null ? stable : drifting(stable, script);
  }

  private AgentProfile drifting(AgentProfile agent, DriftScript script) {
    Dice dice = dice(SEED_LABEL, agent);
    int onset = dice.between(settings.firstOnset(), settings.lastOnset());
    boolean released = dice.chance(WITH_RELEASE);
    Drift drift = drift(script, agent, onset, dice);
    AgentProfile drifting = agent.with(drift);
    return released ? drifting.releasedOn(drift.onset()) : drifting;
  }

  private Drift drift(DriftScript script, AgentProfile agent, int onset, Dice dice) {
    int days = settings.enterprise().days();
    return switch (script) {
      case NEW_SYSTEMS -> Adoption.ofSystems(agent, onset, days, dice);
      case NEW_PERMISSIONS -> Adoption.ofPermissions(agent, onset, days, dice);
      case PURPOSE_CHANGE -> purposeChange(agent, onset, dice);
      case MORE_VOLUME -> new MoreVolume(onset);
      case MORE_ERRORS -> new MoreErrors(onset);
      case SPIKE -> new Spike(dayAtWork(agent, onset), dice.chance(0.5));
    };
  }

  private static PurposeChange purposeChange(AgentProfile agent, int onset, Dice dice) {
    Purpose other =
        dice.pick(Purpose.ALL.stream().filter(purpose -> purpose != agent.purpose()).toList());
    return new PurposeChange(onset, other, new WorkflowMix(other, Change.NEVER, dice));
  }

  /** A spike needs a day with work: the first from the given one on, if the span has one. */
  private int dayAtWork(AgentProfile agent, int from) {
    return IntStream.range(from, settings.enterprise().days())
        .filter(day -> Rhythm.workingDay(midnight(day)) && !agent.habits().away(day))
        .findFirst()
        .orElse(from);
  }

  /** The sessions that no ordinary day would have, in no order. */
  List<SessionPlan> extraSessions(List<AgentProfile> agents, ResourceChooser resources) {
    Function<AgentProfile, SessionPlan> extra =
        agent ->
            agent.drift() instanceof Spike spike && spike.oneSession()
                ? spike.session(agent, midnight(spike.onset()), resources, dice(LOOP_LABEL, agent))
                : null;
    return agents.stream().map(extra).filter(Objects::nonNull).toList();
  }

  private Dice dice(long label, AgentProfile agent) {
    return new Dice(Dice.mix(settings.enterprise().seed(), label + 1 + agent.index()));
  }

  private long midnight(int day) {
    return settings.midnight(day).toEpochMilli();
  }
}
