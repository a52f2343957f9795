package io.driftline.job.cli.demo;

import io.driftline.activity.AgentAction;
import io.driftline.registry.AgentRecord;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.SimulatedAction;
import io.driftline.simulate.SimulationSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What happens in the demo.
 *
 * @param registry the agents as declared
 * @param clean the actions to learn from
 * @param watched the actions among which the attacks are
 * @param truth about {@code watched}
 * @param attackStart when the watched part begins
 * @param days length of the watched part
 */
record DemoScenario(
    List<AgentRecord> registry,
    List<AgentAction> clean,
    List<AgentAction> watched,
    Truth truth,
    Instant attackStart,
    long days) {

  /** The default simulation, moved so that it ends at the last midnight before {@code now}. */
  static DemoScenario of(long seed, Instant now) {
    SimulationSettings settings = ending(now.truncatedTo(ChronoUnit.DAYS)).withSeed(seed);
    EnterpriseSimulator simulator = new EnterpriseSimulator(settings);
    List<SimulatedAction> all = simulator.stream().toList();
    Instant attackStart = settings.attackStart();
    return new DemoScenario(
        simulator.enterprise().registry(),
        actions(all.stream().filter(a -> a.action().time().isBefore(attackStart)).toList()),
        actions(all.stream().filter(a -> !a.action().time().isBefore(attackStart)).toList()),
        new Truth(all),
        attackStart,
        Duration.between(attackStart, settings.end()).toDays());
  }

  private static SimulationSettings ending(Instant midnight) {
    SimulationSettings defaults = SimulationSettings.defaults();
    Instant start = midnight.atZone(ZoneOffset.UTC).minusDays(defaults.days()).toInstant();
    return defaults.withStart(start);
  }

  private static List<AgentAction> actions(List<SimulatedAction> simulated) {
    return simulated.stream().map(SimulatedAction::action).toList();
  }
}
