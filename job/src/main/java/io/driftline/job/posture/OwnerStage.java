package io.driftline.job.posture;

import io.driftline.job.metric.Metric;
import io.driftline.job.state.KeyedStage;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import io.driftline.registry.RegistryChange;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Tells every agent what the registry says of its owners. Keyed by person: the first input is what
 * is said of people, the second what is said of agents, by the owner it names. An agent is told all
 * that is known of its owner whenever it names one, and each change afterwards. Whoever is told
 * puts it in order of time, so nothing waits here.
 */
public final class OwnerStage extends KeyedStage<OwnerWatch, PostureNews>
    implements TwoInputStreamOperator<RegistryChange, RegistryChange, PostureNews> {

  private static final long serialVersionUID = 1L;

  private transient Counter tooMany;

  public OwnerStage(StageSettings stage) {
    super(stage);
  }

  /** Whether a change names the owner of an agent, and so has a key here. */
  public static boolean namesOwner(RegistryChange change) {
    return change.agent() != null && change.agent().owner() != null;
  }

  /** The key of a change that names an owner. */
  public static String ownerOf(RegistryChange change) {
    return change.agent().owner();
  }

  @Override
  public void open() throws Exception {
    super.open();
    tooMany = Metric.OWNERS_AGENTS_FORGOTTEN.counter(getMetricGroup());
  }

  @Override
  public void processElement1(StreamRecord<RegistryChange> record) throws Exception {
    RegistryChange change = record.getValue();
    OwnerWatch owner = value(change.id(), change.time());
    owner.learn(change);
    owner.agents().forEach(agentId -> tell(agentId, change));
  }

  @Override
  public void processElement2(StreamRecord<RegistryChange> record) throws Exception {
    RegistryChange change = record.getValue();
    String ownerId = ownerOf(change);
    OwnerWatch owner = value(ownerId, change.time());
    if (owner.own(change)) {
      tooMany.inc();
    }
    owner.said(ownerId).forEach(said -> tell(change.id(), said));
  }

  private void tell(String agentId, RegistryChange change) {
    output.collect(new StreamRecord<>(PostureNews.ofOwner(agentId, change), change.time()));
  }

  @Override
  protected StoredValue<OwnerWatch> storedValue() {
    return new OwnerWatch.Stored();
  }
}
