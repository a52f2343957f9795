package io.driftline.job.profile;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.Dimension;
import io.driftline.explain.LevelComparison;
import io.driftline.explain.Surroundings;
import io.driftline.explain.ValueComparison;
import io.driftline.explain.ValueComparison.UsualValue;
import io.driftline.feature.Feature;
import io.driftline.job.authority.AuthorityLayout;
import io.driftline.job.identify.StandingLayout;
import io.driftline.job.ingest.AgentActionSerializer;
import io.driftline.job.wire.LayoutSerializer;
import io.driftline.posture.Standing;
import io.driftline.registry.Authority;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/**
 * Layout 2: the action, the authority, the standing, then the components of its {@link
 * Surroundings} in order of declaration, lists behind their length (8 bits), dimensions and
 * features as ordinals (8 bits).
 */
final class EvidenceSerializer extends LayoutSerializer<Evidence> {

  private static final long serialVersionUID = 1L;

  static final EvidenceSerializer INSTANCE = new EvidenceSerializer();

  private static final Dimension[] DIMENSIONS = Dimension.values();
  private static final Feature[] FEATURES = Feature.values();

  private EvidenceSerializer() {
    super("evidence", 2);
  }

  /** Writes one element of a list. */
  private interface Writing<T> {
    void write(T value, DataOutputView out) throws IOException;
  }

  /** Reads one element of a list. */
  private interface Reading<T> {
    T read(DataInputView in) throws IOException;
  }

  @Override
  public void serialize(Evidence evidence, DataOutputView out) throws IOException {
    AgentActionSerializer.INSTANCE.serialize(evidence.action(), out);
    AuthorityLayout.write(evidence.authority(), out);
    StandingLayout.write(evidence.standing(), out);
    Surroundings surroundings = evidence.surroundings();
    writeList(surroundings.values(), out, EvidenceSerializer::writeValue);
    writeList(surroundings.levels(), out, EvidenceSerializer::writeLevel);
    out.writeDouble(surroundings.maturity());
    out.writeLong(surroundings.actions());
    out.writeInt(surroundings.peers());
    StringValue.writeString(surroundings.riskyEventId(), out);
  }

  @Override
  public Evidence deserialize(DataInputView in) throws IOException {
    AgentAction action = AgentActionSerializer.INSTANCE.deserialize(in);
    Authority authority = AuthorityLayout.read(in);
    Standing standing = StandingLayout.read(in);
    return new Evidence(action, readSurroundings(in), authority, standing);
  }

  private static Surroundings readSurroundings(DataInputView in) throws IOException {
    return new Surroundings(
        readList(in, EvidenceSerializer::readValue),
        readList(in, EvidenceSerializer::readLevel),
        in.readDouble(),
        in.readLong(),
        in.readInt(),
        StringValue.readString(in));
  }

  private static void writeValue(ValueComparison value, DataOutputView out) throws IOException {
    out.writeByte(value.dimension().ordinal());
    StringValue.writeString(value.observed(), out);
    out.writeDouble(value.count());
    out.writeDouble(value.total());
    out.writeInt(value.distinct());
    writeList(value.usual(), out, EvidenceSerializer::writeUsual);
    out.writeInt(value.peersUsing());
    out.writeInt(value.peers());
    out.writeBoolean(value.onProbation());
  }

  private static ValueComparison readValue(DataInputView in) throws IOException {
    return new ValueComparison(
        DIMENSIONS[in.readByte()],
        StringValue.readString(in),
        in.readDouble(),
        in.readDouble(),
        in.readInt(),
        readList(in, EvidenceSerializer::readUsual),
        in.readInt(),
        in.readInt(),
        in.readBoolean());
  }

  private static void writeUsual(UsualValue usual, DataOutputView out) throws IOException {
    StringValue.writeString(usual.value(), out);
    out.writeDouble(usual.share());
  }

  private static UsualValue readUsual(DataInputView in) throws IOException {
    return new UsualValue(StringValue.readString(in), in.readDouble());
  }

  private static void writeLevel(LevelComparison level, DataOutputView out) throws IOException {
    out.writeByte(level.feature().ordinal());
    out.writeDouble(level.observed());
    out.writeDouble(level.usual());
    out.writeDouble(level.spread());
  }

  private static LevelComparison readLevel(DataInputView in) throws IOException {
    return new LevelComparison(
        FEATURES[in.readByte()], in.readDouble(), in.readDouble(), in.readDouble());
  }

  private static <T> void writeList(List<T> list, DataOutputView out, Writing<T> element)
      throws IOException {
    out.writeByte(list.size());
    for (T each : list) {
      element.write(each, out);
    }
  }

  private static <T> List<T> readList(DataInputView in, Reading<T> element) throws IOException {
    int size = in.readByte();
    List<T> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(element.read(in));
    }
    return list;
  }
}
