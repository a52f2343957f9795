package io.driftline.job.identify;

import io.driftline.baseline.SessionContext;
import io.driftline.job.authority.AuthorityLayout;
import io.driftline.job.ingest.AgentActionSerializer;
import io.driftline.job.wire.LayoutSerializer;
import io.driftline.job.wire.LayoutType;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/**
 * Layout 2: the action, the session's id, the number of recent steps (8 bits) and the steps (64
 * bits each), whether it enters a system, the cohort, whether it is late, the authority ({@link
 * AuthorityLayout}), the standing ({@link StandingLayout}).
 */
public final class IdentifiedActionSerializer extends LayoutSerializer<IdentifiedAction> {

  private static final long serialVersionUID = 1L;

  /** One serves all: nothing in it changes. */
  public static final IdentifiedActionSerializer INSTANCE = new IdentifiedActionSerializer();

  /** Flink's type of the values. */
  public static final LayoutType<IdentifiedAction> TYPE =
      new LayoutType<>(IdentifiedAction.class, INSTANCE);

  /** Equal to {@link #INSTANCE}; for savepoints to find it by. */
  public IdentifiedActionSerializer() {
    super("identified actions", 2);
  }

  @Override
  public void serialize(IdentifiedAction in, DataOutputView target) throws IOException {
    AgentActionSerializer.INSTANCE.serialize(in.action(), target);
    StringValue.writeString(in.session().sessionId(), target);
    long[] steps = in.session().recentSteps();
    target.writeByte(steps.length);
    for (long step : steps) {
      target.writeLong(step);
    }
    target.writeBoolean(in.session().entersSystem());
    StringValue.writeString(in.cohort(), target);
    target.writeBoolean(in.late());
    AuthorityLayout.write(in.authority(), target);
    StandingLayout.write(in.standing(), target);
  }

  @Override
  public IdentifiedAction deserialize(DataInputView source) throws IOException {
    return new IdentifiedAction(
        AgentActionSerializer.INSTANCE.deserialize(source),
        new SessionContext(StringValue.readString(source), readSteps(source), source.readBoolean()),
        StringValue.readString(source),
        source.readBoolean(),
        AuthorityLayout.read(source),
        StandingLayout.read(source));
  }

  private static long[] readSteps(DataInputView source) throws IOException {
    long[] steps = new long[source.readByte()];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = source.readLong();
    }
    return steps;
  }

  /** Gives Flink this serializer for what is annotated with {@code @TypeInfo}. */
  public static final class TypeFactory extends LayoutType.Factory<IdentifiedAction> {
    public TypeFactory() {
      super(TYPE);
    }
  }
}
