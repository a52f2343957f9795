package io.driftline.simulate;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Everything the enterprise's agents do, in order of time, with the truth about each action.
 *
 * <p>Every iterator starts anew and yields the same actions. Agents send no {@code session_id} if
 * they are every thirteenth; {@code trace_id}, {@code requester}, {@code owner} and {@code bytes}
 * are missing here and there too, as they are in real logs.
 *
 * <pre>{@code
 * EnterpriseSimulator simulator = new EnterpriseSimulator(SimulationSettings.defaults());
 * SessionLabels labels = simulator.newLabels();
 * simulator.stream().peek(labels::add).forEach(action -> ...);
 * labels.all();
 * }</pre>
 */
public final class EnterpriseSimulator implements Iterable<SimulatedAction> {
  private final SimulationSettings settings;
  private final Enterprise enterprise;

  public EnterpriseSimulator(SimulationSettings settings) {
    this.settings = settings;
    this.enterprise = new Enterprise(settings);
  }

  /** The people and agents that act. */
  public Enterprise enterprise() {
    return enterprise;
  }

  /** The actions one by one, made as they are asked for; memory does not grow with the span. */
  @Override
  public Iterator<SimulatedAction> iterator() {
    return new ActionIterator(settings, enterprise.dayPlanner(), enterprise.sessionGenerator());
  }

  /** The actions as a sequential stream. */
  public Stream<SimulatedAction> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            iterator(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
        false);
  }

  /** An empty collection of labels, to be shown every action of one pass. */
  public SessionLabels newLabels() {
    return new SessionLabels(settings.attackStart());
  }
}
