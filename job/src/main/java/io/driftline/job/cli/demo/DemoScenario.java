package io.driftline.job.cli.demo;

import io.driftline.activity.AgentAction;
import io.driftline.registry.AgentRecord;
import io.driftline.simulate.AttackKind;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.SimulatedAction;
import io.driftline.simulate.SimulationSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
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

  /**
   * The story of the default simulation, in which ten kinds of attack happen. What takes days to
   * unfold, or is wrong only by what somebody is entitled to, is not among them.
   */
  static DemoScenario of(long seed) {
    SimulationSettings settings =
        SimulationSettings.defaults()
            .withSeed(seed)
            .withAttacks(
                EnumSet.complementOf(
                    EnumSet.of(
                        AttackKind.SLOW_EXFILTRATION,
                        AttackKind.PURPOSE_DRIFT,
                        AttackKind.AUTHORITY_MISUSE)));
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

  private static List<AgentAction> actions(List<SimulatedAction> simulated) {
    return simulated.stream().map(SimulatedAction::action).toList();
  }
}
