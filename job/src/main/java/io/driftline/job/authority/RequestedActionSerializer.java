package io.driftline.job.authority;

import io.driftline.job.ingest.AgentActionSerializer;
import io.driftline.job.wire.LayoutSerializer;
import io.driftline.job.wire.LayoutType;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Layout 1: the action, then its authority, see {@link AuthorityLayout}. */
public final class RequestedActionSerializer extends LayoutSerializer<RequestedAction> {

  private static final long serialVersionUID = 1L;

  /** One serves all: nothing in it changes. */
  public static final RequestedActionSerializer INSTANCE = new RequestedActionSerializer();

  /** Flink's type of the values. */
  public static final LayoutType<RequestedAction> TYPE =
      new LayoutType<>(RequestedAction.class, INSTANCE);

  /** Equal to {@link #INSTANCE}; for savepoints to find it by. */
  public RequestedActionSerializer() {
    super("requested actions", 1);
  }

  @Override
  public void serialize(RequestedAction in, DataOutputView target) throws IOException {
    AgentActionSerializer.INSTANCE.serialize(in.action(), target);
    AuthorityLayout.write(in.authority(), target);
  }

  @Override
  public RequestedAction deserialize(DataInputView source) throws IOException {
    return new RequestedAction(
        AgentActionSerializer.INSTANCE.deserialize(source), AuthorityLayout.read(source));
  }

  /** Gives Flink this serializer for what is annotated with {@code @TypeInfo}. */
  public static final class TypeFactory extends LayoutType.Factory<RequestedAction> {
    public TypeFactory() {
      super(TYPE);
    }
  }
}
