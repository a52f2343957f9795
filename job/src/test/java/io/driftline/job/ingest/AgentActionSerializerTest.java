package io.driftline.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import java.io.IOException;
import java.util.HexFormat;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

class AgentActionSerializerTest {

  private static final AgentActionSerializer SERIALIZER = AgentActionSerializer.INSTANCE;

  @Property(tries = 1000, seed = "20260301", edgeCases = EdgeCasesMode.NONE)
  void readsBackWhatWasWritten(@ForAll("actions") AgentAction action) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes(action));
    assertThat(SERIALIZER.deserialize(in)).isEqualTo(action);
    assertThat(in.available()).isZero();
  }

  @Property(tries = 200, seed = "20260301", edgeCases = EdgeCasesMode.NONE)
  void copiesBetweenViews(@ForAll("actions") AgentAction action) throws IOException {
    DataOutputSerializer copy = new DataOutputSerializer(512);
    SERIALIZER.copy(new DataInputDeserializer(bytes(action)), copy);
    assertThat(copy.getCopyOfBuffer()).isEqualTo(bytes(action));
  }

  @Example
  void readsTextsBeyondTheLimitOfWriteUtf() throws IOException {
    AgentAction full = Samples.fullAction();
    AgentAction huge =
        new AgentAction(
            full.eventId(),
            full.time(),
            full.agent(),
            null,
            null,
            null,
            null,
            full.system(),
            full.action(),
            null,
            "\u20ac".repeat(70_000),
            null,
            null,
            null,
            null);
    assertThat(SERIALIZER.deserialize(new DataInputDeserializer(bytes(huge)))).isEqualTo(huge);
  }

  /** These bytes lie in savepoints: whoever changes them must raise the snapshot's version. */
  @Example
  void keepsLayoutOne() throws IOException {
    assertThat(HexFormat.of().formatHex(bytes(Samples.minimalAction())))
        .isEqualTo(
            "00000000" + "0000019ca8bbb5c0" + "036531" + "036131" + "056d61696c" + "0573656e64");
    assertThat(AgentKind.values())
        .startsWith(AgentKind.PERSONAL, AgentKind.THIRD_PARTY, AgentKind.ORGANIZATIONAL);
    assertThat(Outcome.values()).startsWith(Outcome.SUCCESS, Outcome.DENIED, Outcome.ERROR);
    assertThat(Requester.Type.values())
        .startsWith(Requester.Type.USER, Requester.Type.AGENT, Requester.Type.SCHEDULE);
    assertThat(HexFormat.of().formatHex(bytes(Samples.fullAction()))).startsWith("0000ffff");
  }

  @Example
  void aCopyIsTheActionItself() {
    AgentAction action = Samples.fullAction();
    assertThat(SERIALIZER.copy(action)).isSameAs(action);
    assertThat(SERIALIZER.isImmutableType()).isTrue();
  }

  @Example
  void aSnapshotRestoresTheSerializer() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, SERIALIZER.snapshotConfiguration());
    TypeSerializerSnapshot<AgentAction> read =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
    assertThat(read.restoreSerializer()).isEqualTo(SERIALIZER);
    assertThat(
            SERIALIZER.snapshotConfiguration().resolveSchemaCompatibility(read).isCompatibleAsIs())
        .isTrue();
  }

  @Example
  void aSnapshotOfAnotherLayoutIsRefused() throws IOException {
    TypeSerializerSnapshot<AgentAction> snapshot = SERIALIZER.snapshotConfiguration();
    DataOutputSerializer out = new DataOutputSerializer(64);
    snapshot.writeSnapshot(out);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    assertThatThrownBy(() -> snapshot.readSnapshot(2, in, getClass().getClassLoader()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("layout 2");
  }

  @Provide
  Arbitrary<AgentAction> actions() {
    return AgentActions.any();
  }

  private static byte[] bytes(AgentAction action) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(512);
    SERIALIZER.serialize(action, out);
    return out.getCopyOfBuffer();
  }
}
