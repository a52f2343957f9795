package io.driftline.job.profile;

import io.driftline.job.wire.LayoutSerializer;
import io.driftline.job.wire.LayoutType;
import io.driftline.job.wire.Packed;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/**
 * Layout 2: the agent's id, the session's, the cohort, whether it is late, the number of features
 * (8 bits) and the features (64 bits each), the evidence behind its length in bytes (32 bits).
 */
public final class ProfiledActionSerializer extends LayoutSerializer<ProfiledAction> {

  private static final long serialVersionUID = 1L;

  /** One serves all: nothing in it changes. */
  public static final ProfiledActionSerializer INSTANCE = new ProfiledActionSerializer();

  /** Flink's type of the values. */
  public static final LayoutType<ProfiledAction> TYPE =
      new LayoutType<>(ProfiledAction.class, INSTANCE);

  /** Equal to {@link #INSTANCE}; for savepoints to find it by. */
  public ProfiledActionSerializer() {
    super("profiled actions", 2);
  }

  @Override
  public void serialize(ProfiledAction profiled, DataOutputView out) throws IOException {
    StringValue.writeString(profiled.agentId(), out);
    StringValue.writeString(profiled.sessionId(), out);
    StringValue.writeString(profiled.cohort(), out);
    out.writeBoolean(profiled.late());
    out.writeByte(profiled.features().length);
    for (double feature : profiled.features()) {
      out.writeDouble(feature);
    }
    profiled.evidence().write(out);
  }

  @Override
  public ProfiledAction deserialize(DataInputView in) throws IOException {
    return new ProfiledAction(
        StringValue.readString(in),
        StringValue.readString(in),
        StringValue.readString(in),
        in.readBoolean(),
        readFeatures(in),
        Packed.read(in, EvidenceSerializer.INSTANCE));
  }

  private static double[] readFeatures(DataInputView in) throws IOException {
    double[] features = new double[in.readByte()];
    for (int i = 0; i < features.length; i++) {
      features[i] = in.readDouble();
    }
    return features;
  }

  /** Gives Flink this serializer for what is annotated with {@code @TypeInfo}. */
  public static final class TypeFactory extends LayoutType.Factory<ProfiledAction> {
    public TypeFactory() {
      super(TYPE);
    }
  }
}
