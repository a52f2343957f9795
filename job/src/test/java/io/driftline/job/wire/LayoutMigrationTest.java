package io.driftline.job.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.junit.jupiter.api.Test;

/** State in an earlier layout is read and rewritten; one from the future is refused. */
class LayoutMigrationTest {

  @Test
  void anEarlierLayoutMigrates() throws IOException {
    TypeSerializerSnapshot<String> old = inSavepoint(1);

    assertThat(new Texts().snapshotConfiguration().resolveSchemaCompatibility(old))
        .matches(each -> each.isCompatibleAfterMigration());
    DataOutputSerializer out = new DataOutputSerializer(16);
    out.writeInt(7);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    assertThat(old.restoreSerializer().deserialize(in)).isEqualTo("7");
  }

  @Test
  void thePresentLayoutIsTakenAsItIs() throws IOException {
    assertThat(new Texts().snapshotConfiguration().resolveSchemaCompatibility(inSavepoint(2)))
        .matches(each -> each.isCompatibleAsIs());
  }

  @Test
  void aLayoutOfTheFutureIsRefused() {
    assertThatThrownBy(() -> inSavepoint(3))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("texts in layout 3")
        .hasMessageContaining("this release reads layout 2");
  }

  @Test
  void aMigratedSnapshotCanBeWrittenAgain() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, inSavepoint(1));
    TypeSerializerSnapshot<String> again =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());

    assertThat(again.restoreSerializer()).isInstanceOf(Texts.Numbers.class);
  }

  private static TypeSerializerSnapshot<String> inSavepoint(int layout) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeUTF(Texts.class.getName());
    LayoutSnapshot<String> snapshot = new LayoutSnapshot<>();
    snapshot.readSnapshot(
        layout,
        new DataInputDeserializer(out.getCopyOfBuffer()),
        LayoutMigrationTest.class.getClassLoader());
    return snapshot;
  }

  /** Texts, which were numbers in the first layout. */
  public static final class Texts extends LayoutSerializer<String> {

    private static final long serialVersionUID = 1L;

    public Texts() {
      super("texts", 2);
    }

    @Override
    protected LayoutSerializer<String> reading(int earlier) {
      return earlier == 1 ? new Numbers() : null;
    }

    @Override
    public void serialize(String text, DataOutputView out) throws IOException {
      out.writeUTF(text);
    }

    @Override
    public String deserialize(DataInputView in) throws IOException {
      return in.readUTF();
    }

    /** The first layout. */
    static final class Numbers extends LayoutSerializer<String> {

      private static final long serialVersionUID = 1L;

      Numbers() {
        super("texts", 1);
      }

      @Override
      public void serialize(String text, DataOutputView out) throws IOException {
        out.writeInt(Integer.parseInt(text));
      }

      @Override
      public String deserialize(DataInputView in) throws IOException {
        return String.valueOf(in.readInt());
      }
    }
  }
}
