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

  /** To be read into. */
  public LayoutSnapshot() {}

  LayoutSnapshot(LayoutSerializer<T> serializer) {
    this.serializer = serializer;
  }

  @Override
  public int getCurrentVersion() {
    return serializer.layout();
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    out.writeUTF(serializer.getClass().getName());
  }

  @Override
  public void readSnapshot(int version, DataInputView in, ClassLoader loader) throws IOException {
    serializer = named(in.readUTF(), loader);
    if (version != serializer.layout()) {
      throw new IOException(
          "The savepoint holds %s in layout %d, this release reads layout %d: restore it with the release that wrote it, or a later one."
              .formatted(serializer.what(), version, serializer.layout()));
    }
  }

  @Override
  public TypeSerializer<T> restoreSerializer() {
    return serializer;
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    return old instanceof LayoutSnapshot<T> that && serializer.equals(that.serializer)
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.incompatible();
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
