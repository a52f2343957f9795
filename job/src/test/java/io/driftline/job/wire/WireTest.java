package io.driftline.job.wire;

import static io.driftline.job.TestActions.MONDAY;
import static io.driftline.job.TestActions.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.driftline.activity.AgentKind;
import io.driftline.activity.Requester;
import io.driftline.baseline.Dimension;
import io.driftline.baseline.SessionContext;
import io.driftline.explain.LevelComparison;
import io.driftline.explain.Surroundings;
import io.driftline.explain.ValueComparison;
import io.driftline.explain.ValueComparison.UsualValue;
import io.driftline.feature.Feature;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.identify.IdentifiedActionSerializer;
import io.driftline.job.profile.ProfiledAction;
import io.driftline.job.profile.ProfiledActionSerializer;
import io.driftline.posture.BlastRadius;
import io.driftline.posture.Standing;
import io.driftline.registry.Authority;
import io.driftline.registry.AuthorityVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WireTest {

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(IdentifiedActionSerializer.INSTANCE, identified(new long[0])),
        Arguments.of(IdentifiedActionSerializer.INSTANCE, identified(new long[] {1, -1, 7, 0})),
        Arguments.of(ProfiledActionSerializer.INSTANCE, profiled(nothing())),
        Arguments.of(ProfiledActionSerializer.INSTANCE, profiled(surroundings())));
  }

  @ParameterizedTest
  @MethodSource("values")
  <T> void readsBackWhatWasWritten(LayoutSerializer<T> serializer, T value) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes(serializer, value));

    assertThat(serializer.deserialize(in))
        .usingRecursiveComparison()
        .withEqualsForType(Packed::equals, Packed.class)
        .isEqualTo(value);
    assertThat(in.available()).isZero();
  }

  @ParameterizedTest
  @MethodSource("values")
  <T> void copiesBetweenViews(LayoutSerializer<T> serializer, T value) throws IOException {
    byte[] bytes = bytes(serializer, value);
    DataOutputSerializer copy = new DataOutputSerializer(512);
    serializer.copy(new DataInputDeserializer(bytes), copy);

    assertThat(copy.getCopyOfBuffer()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @MethodSource("values")
  <T> void isTheSerializerFlinkTakes(LayoutSerializer<T> serializer, T value) {
    TypeInformation<?> type = TypeInformation.of(value.getClass());

    assertThat((Object) type.createSerializer(null)).isSameAs(serializer);
  }

  @ParameterizedTest
  @MethodSource("values")
  <T> void aSnapshotRestoresTheSerializer(LayoutSerializer<T> serializer, T value)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
    TypeSerializerSnapshot<T> read =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());

    assertThat(read.restoreSerializer()).isEqualTo(serializer);
    DataOutputSerializer name = new DataOutputSerializer(64);
    read.writeSnapshot(name);
    DataInputDeserializer other = new DataInputDeserializer(name.getCopyOfBuffer());
    assertThatThrownBy(() -> read.readSnapshot(3, other, getClass().getClassLoader()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("in layout 3, this release reads layout 2");
  }

  @Test
  void aPackedValueIsWrittenOnAsItCame() throws IOException {
    byte[] bytes = bytes(ProfiledActionSerializer.INSTANCE, profiled(surroundings()));
    ProfiledAction read =
        ProfiledActionSerializer.INSTANCE.deserialize(new DataInputDeserializer(bytes));

    assertThat(bytes(ProfiledActionSerializer.INSTANCE, read)).isEqualTo(bytes);
    assertThat(read.evidence()).isEqualTo(profiled(surroundings()).evidence());
    assertThat(read.evidence()).isNotEqualTo(profiled(nothing()).evidence());
  }

  @Test
  void aDamagedPackedValueSaysSo() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(8);
    out.writeInt(1);
    out.writeByte(5);
    Packed<String> packed =
        Packed.read(new DataInputDeserializer(out.getCopyOfBuffer()), StringSerializer.INSTANCE);

    assertThatThrownBy(packed::get)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("a packed value of 1 bytes is damaged");
  }

  private static IdentifiedAction identified(long[] steps) {
    Requester alice = new Requester("alice", Requester.Type.USER);
    return new IdentifiedAction(
        read("a", "e", MONDAY),
        new SessionContext("s", steps, false),
        "personal/sales",
        true,
        new Authority(AuthorityVerdict.NOT_ENTITLED, alice, List.of("b", "c")),
        new Standing(AgentKind.PERSONAL, new BlastRadius(3, 1.5)));
  }

  private static ProfiledAction profiled(Surroundings surroundings) {
    double[] features = {0, 1.5, Double.MAX_VALUE};
    return ProfiledAction.of(identified(new long[0]), features, surroundings);
  }

  private static Surroundings nothing() {
    return new Surroundings(List.of(), List.of(), 0, 0, 0, null);
  }

  private static Surroundings surroundings() {
    List<UsualValue> usual = List.of(new UsualValue("mail", 0.75), new UsualValue(null, 0.25));
    return new Surroundings(
        List.of(
            new ValueComparison(Dimension.SYSTEM, "vault", 0, 8, 2, usual, 3, 40, true),
            new ValueComparison(Dimension.REQUESTER, null, 1.5, 8, 2, List.of(), 0, 40, false)),
        List.of(new LevelComparison(Feature.BYTES, 7, 2, 1.25)),
        0.5,
        1L << 40,
        40,
        "e7");
  }

  private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(512);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }
}
