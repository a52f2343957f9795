package io.driftline.job.wire;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Names a layout in savepoints; its version is the layout's.
 *
 * @param <T> value
 */
public abstract class LayoutSnapshot<T> implements TypeSerializerSnapshot<T> {

  private final String what;
  private final int layout;
  private final LayoutSerializer<T> serializer;

  /**
   * @param what the values, in the plural
   * @param layout number of the layout that {@code serializer} writes
   */
  protected LayoutSnapshot(String what, int layout, LayoutSerializer<T> serializer) {
    this.what = what;
    this.layout = layout;
    this.serializer = serializer;
  }

  @Override
  public final int getCurrentVersion() {
    return layout;
  }

  @Override
  public final void writeSnapshot(DataOutputView out) {}

  @Override
  public final void readSnapshot(int version, DataInputView in, ClassLoader loader)
      throws IOException {
    if (version != layout) {
      throw new IOException(
          "The savepoint holds %s in layout %d, this release reads layout %d: restore it with the release that wrote it, or a later one."
              .formatted(what, version, layout));
    }
  }

  @Override
  public final TypeSerializer<T> restoreSerializer() {
    return serializer;
  }

  @Override
  public final TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    return old.getClass() == getClass()
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.incompatible();
  }
}
