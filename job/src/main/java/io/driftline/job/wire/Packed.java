package io.driftline.job.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A value that travels as bytes and is read only if asked for. What an alert would need of an
 * action must travel with it, but few actions raise one.
 *
 * @param <T> value, immutable
 */
public final class Packed<T> {

  private static final int USUAL_BYTES = 512;

  private final TypeSerializer<T> serializer;
  private T value;
  private byte[] bytes;

  private Packed(TypeSerializer<T> serializer, T value, byte[] bytes) {
    this.serializer = serializer;
    this.value = value;
    this.bytes = bytes;
  }

  /** Holds {@code value}. */
  public static <T> Packed<T> of(T value, TypeSerializer<T> serializer) {
    return new Packed<>(serializer, Objects.requireNonNull(value, "value"), null);
  }

  /** Reads what {@link #write} wrote, but for the value. */
  public static <T> Packed<T> read(DataInputView in, TypeSerializer<T> serializer)
      throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new Packed<>(serializer, null, bytes);
  }

  /** Writes the length, then the value. */
  public void write(DataOutputView out) throws IOException {
    if (bytes == null) {
      DataOutputSerializer packing = new DataOutputSerializer(USUAL_BYTES);
      serializer.serialize(value, packing);
      bytes = packing.getCopyOfBuffer();
    }
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** The value. */
  public T get() {
    if (value == null) {
      try {
        value = serializer.deserialize(new DataInputDeserializer(bytes));
      } catch (IOException e) {
        throw new UncheckedIOException(
            "a packed value of " + bytes.length + " bytes is damaged", e);
      }
    }
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Packed<?> that && get().equals(that.get());
  }

  @Override
  public int hashCode() {
    return get().hashCode();
  }

  @Override
  public String toString() {
    return get().toString();
  }
}
