package io.driftline.job.ingest;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Serialises actions compactly. The time is kept to the millisecond, as {@link AgentAction} says.
 * Actions are immutable, so a copy is the action itself.
 */
public final class AgentActionSerializer extends TypeSerializerSingleton<AgentAction> {

  private static final long serialVersionUID = 1L;

  /** The one value: the serializer has no state. */
  public static final AgentActionSerializer INSTANCE = new AgentActionSerializer();

  private AgentActionSerializer() {}

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public AgentAction createInstance() {
    Agent agent = new Agent("", null, null, null, null);
    return new AgentAction(
        "",
        Instant.EPOCH,
        agent,
        null,
        null,
        null,
        null,
        "",
        "",
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @Override
  public AgentAction copy(AgentAction from) {
    return from;
  }

  @Override
  public AgentAction copy(AgentAction from, AgentAction reuse) {
    return from;
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(AgentAction action, DataOutputView target) throws IOException {
    AgentActionLayout.write(action, target);
  }

  @Override
  public AgentAction deserialize(DataInputView source) throws IOException {
    return AgentActionLayout.read(source);
  }

  @Override
  public AgentAction deserialize(AgentAction reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public TypeSerializerSnapshot<AgentAction> snapshotConfiguration() {
    return new Snapshot();
  }

  private Object readResolve() {
    return INSTANCE;
  }

  /** Names the layout in savepoints; its version is the layout's. */
  public static final class Snapshot implements TypeSerializerSnapshot<AgentAction> {

    private static final int LAYOUT = 1;

    @Override
    public int getCurrentVersion() {
      return LAYOUT;
    }

    @Override
    public void writeSnapshot(DataOutputView out) {}

    @Override
    public void readSnapshot(int version, DataInputView in, ClassLoader loader) throws IOException {
      if (version != LAYOUT) {
        throw new IOException(
            "The savepoint holds agent actions in layout "
                + version
                + ", this release reads layout "
                + LAYOUT
                + ": restore it with the release that wrote it, or a later one.");
      }
    }

    @Override
    public TypeSerializer<AgentAction> restoreSerializer() {
      return INSTANCE;
    }

    @Override
    public TypeSerializerSchemaCompatibility<AgentAction> resolveSchemaCompatibility(
        TypeSerializerSnapshot<AgentAction> old) {
      return old instanceof Snapshot
          ? TypeSerializerSchemaCompatibility.compatibleAsIs()
          : TypeSerializerSchemaCompatibility.incompatible();
    }
  }
}
