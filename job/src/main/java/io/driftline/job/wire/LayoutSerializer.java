package io.driftline.job.wire;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Serialises immutable values in a layout written by hand: what travels with every action is worth
 * it. A copy of such a value is the value itself. Nothing in it changes, so that one serves all
 * tasks.
 *
 * @param <T> value, immutable
 */
public abstract class LayoutSerializer<T> extends TypeSerializerSingleton<T> {

  private static final long serialVersionUID = 1L;

  private final String what;
  private final int layout;

  /**
   * A serializer needs a public constructor without arguments, by which savepoints find it again.
   *
   * @param what the values, in the plural
   * @param layout number of the layout that is written
   */
  protected LayoutSerializer(String what, int layout) {
    this.what = what;
    this.layout = layout;
  }

  /**
   * A serializer that reads an earlier layout, so that state which holds it is rewritten when it is
   * restored. Once a release is out, each later one reads its layouts.
   *
   * @return {@code null} if it is read no more, or never was
   */
  protected LayoutSerializer<T> reading(int earlier) {
    return null;
  }

  final String what() {
    return what;
  }

  final int layout() {
    return layout;
  }

  @Override
  public final TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new LayoutSnapshot<>(this);
  }

  @Override
  public final boolean isImmutableType() {
    return true;
  }

  /** There is no empty value to be filled: {@link #deserialize} makes a new one. */
  @Override
  public T createInstance() {
    return null;
  }

  @Override
  public final T copy(T from) {
    return from;
  }

  @Override
  public final T copy(T from, T reuse) {
    return from;
  }

  @Override
  public final void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public final int getLength() {
    return -1;
  }

  @Override
  public final T deserialize(T reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }
}
