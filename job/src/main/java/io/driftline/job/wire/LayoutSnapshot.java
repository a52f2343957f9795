package io.driftline.job.wire;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.FlinkException;
import org.apache.flink.util.InstantiationUtil;

/**
 * Names a serializer and its layout in savepoints: its version is the layout's.
 *
 * @param <T> value
 */
public final class LayoutSnapshot<T> implements TypeSerializerSnapshot<T> {

  private LayoutSerializer<T> serializer;

  /** That of this release; another one than {@link #serializer} if the layout is an earlier one. */
  private LayoutSerializer<T> present;

  /** To be read into. */
  public LayoutSnapshot() {}

  LayoutSnapshot(LayoutSerializer<T> serializer) {
    this.serializer = serializer;
    this.present = serializer;
  }

  @Override
  public int getCurrentVersion() {
    return serializer.layout();
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    out.writeUTF(present.getClass().getName());
  }

  @Override
  public void readSnapshot(int version, DataInputView in, ClassLoader loader) throws IOException {
    present = named(in.readUTF(), loader);
    serializer = version == present.layout() ? present : earlier(version);
    if (serializer == null) {
      throw new IOException(
          "The savepoint holds %s in layout %d, this release reads layout %d: restore it with the release that wrote it, or a later one."
              .formatted(present.what(), version, present.layout()));
    }
  }

  @Override
  public TypeSerializer<T> restoreSerializer() {
    return serializer;
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    if (!(old instanceof LayoutSnapshot<T> that) || !serializer.equals(that.present)) {
      return TypeSerializerSchemaCompatibility.incompatible();
    }
    return that.serializer.layout() == that.present.layout()
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
  }

  private LayoutSerializer<T> earlier(int version) {
    return version < present.layout() ? present.reading(version) : null;
  }

  @SuppressWarnings("unchecked")
  private static <T> LayoutSerializer<T> named(String name, ClassLoader loader) throws IOException {
    try {
      return InstantiationUtil.instantiate(name, LayoutSerializer.class, loader);
    } catch (FlinkException e) {
      throw new IOException(
          "The savepoint names the serializer %s: not in this release".formatted(name), e);
    }
  }
}
