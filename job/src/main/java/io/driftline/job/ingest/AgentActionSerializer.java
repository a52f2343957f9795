package io.driftline.job.ingest;

import io.driftline.activity.AgentAction;
import io.driftline.job.wire.LayoutSerializer;
import io.driftline.job.wire.LayoutSnapshot;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Serialises actions compactly. The time is kept to the millisecond, as {@link AgentAction} says.
 */
public final class AgentActionSerializer extends LayoutSerializer<AgentAction> {

  private static final long serialVersionUID = 1L;

  /** The one value: the serializer has no state. */
  public static final AgentActionSerializer INSTANCE = new AgentActionSerializer();

  private AgentActionSerializer() {}

  @Override
  public void serialize(AgentAction action, DataOutputView target) throws IOException {
    AgentActionLayout.write(action, target);
  }

  @Override
  public AgentAction deserialize(DataInputView source) throws IOException {
    return AgentActionLayout.read(source);
  }

  @Override
  public TypeSerializerSnapshot<AgentAction> snapshotConfiguration() {
    return new Snapshot();
  }

  private Object readResolve() {
    return INSTANCE;
  }

  /** Names the layout in savepoints. */
  public static final class Snapshot extends LayoutSnapshot<AgentAction> {
    public Snapshot() {
      super("agent actions", 1, INSTANCE);
    }
  }
}
