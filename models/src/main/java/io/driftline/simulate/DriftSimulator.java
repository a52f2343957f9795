package io.driftline.simulate;

import io.driftline.activity.AgentAction;
import java.util.Iterator;
import java.util.List;

/**
 * Everything the agents of an enterprise do in which some of them change slowly, in order of time.
 *
 * <p>Stable agents have all the noise of {@link EnterpriseSimulator}'s (rhythm, month-ends, busy
 * days, strays, helping out, holidays, releases, new credentials and addresses), but none takes up
 * a task for good or falls dormant: that would be a change. Every iterator starts anew and yields
 * the same actions.
 *
 * <pre>{@code
 * DriftSimulator simulator = new DriftSimulator(DriftSettings.defaults().withSeed(7));
 * DriftTruths truths = simulator.newTruths();
 * for (AgentAction action : simulator) {
 *   truths.add(action);
 *   ...
 * }
 * truths.all();
 * }</pre>
 */
public final class DriftSimulator implements Iterable<AgentAction> {
  private final DriftSettings settings;
  private final DriftPlanner planner;
  private final Enterprise enterprise;

  public DriftSimulator(DriftSettings settings) {
    this.settings = settings;
    this.planner = new DriftPlanner(settings);
    this.enterprise = new Enterprise(settings.enterprise(), planner::shaped);
  }

  /** The people and agents that act. */
  public Enterprise enterprise() {
    return enterprise;
  }

  /** The actions one by one, made as they are asked for; memory does not grow with the span. */
  @Override
  public Iterator<AgentAction> iterator() {
    List<SessionPlan> extra = planner.extraSessions(enterprise.agents(), enterprise.resources());
    return new Bare(
        new ActionIterator(
            settings.enterprise(), enterprise.dayPlanner(extra), enterprise.sessionGenerator()));
  }

  /** What is known before the first action; to be shown every action of one pass. */
  public DriftTruths newTruths() {
    return new DriftTruths(settings, enterprise.agents());
  }

  /** No action here is malicious, so nothing is told about any of them. */
  private record Bare(Iterator<SimulatedAction> simulated) implements Iterator<AgentAction> {

    @Override
    public boolean hasNext() {
      return simulated.hasNext();
    }

    @Override
    public AgentAction next() {
      return simulated.next().action();
    }
  }
}
