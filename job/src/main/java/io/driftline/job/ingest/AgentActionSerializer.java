package io.driftline.job.ingest;

import io.driftline.activity.AgentAction;
import io.driftline.job.wire.LayoutSerializer;
import io.driftline.job.wire.LayoutType;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Serialises actions compactly. The time is kept to the millisecond, as {@link AgentAction} says.
 */
public final class AgentActionSerializer extends LayoutSerializer<AgentAction> {

  private static final long serialVersionUID = 1L;

  /** One serves all: nothing in it changes. */
  public static final AgentActionSerializer INSTANCE = new AgentActionSerializer();

  /** Flink's type of the values. */
  public static final LayoutType<AgentAction> TYPE = new LayoutType<>(AgentAction.class, INSTANCE);

  /** Equal to {@link #INSTANCE}; for savepoints to find it by. */
  public AgentActionSerializer() {
    super("agent actions", 1);
  }

  @Override
  public void serialize(AgentAction action, DataOutputView target) throws IOException {
    AgentActionLayout.write(action, target);
  }

  @Override
  public AgentAction deserialize(DataInputView source) throws IOException {
    return AgentActionLayout.read(source);
  }

  /** Gives Flink this serializer for what is annotated with {@code @TypeInfo}. */
  public static final class TypeFactory extends LayoutType.Factory<AgentAction> {
    public TypeFactory() {
      super(TYPE);
    }
  }
}
