package io.driftline.job.wire;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * Flink's type of values that travel by a {@link LayoutSerializer}.
 *
 * @param <T> value
 */
public class LayoutType<T> extends TypeInformation<T> {

  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private final LayoutSerializer<T> serializer;

  protected LayoutType(Class<T> type, LayoutSerializer<T> serializer) {
    this.type = type;
    this.serializer = serializer;
  }

  @Override
  public final boolean isBasicType() {
    return false;
  }

  @Override
  public final boolean isTupleType() {
    return false;
  }

  @Override
  public final int getArity() {
    return 1;
  }

  @Override
  public final int getTotalFields() {
    return 1;
  }

  @Override
  public final Class<T> getTypeClass() {
    return type;
  }

  @Override
  public final boolean isKeyType() {
    return false;
  }

  @Override
  public final TypeSerializer<T> createSerializer(SerializerConfig config) {
    return serializer;
  }

  @Override
  public final boolean canEqual(Object other) {
    return other instanceof LayoutType;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof LayoutType<?> that && type == that.type;
  }

  @Override
  public final int hashCode() {
    return type.hashCode();
  }

  @Override
  public final String toString() {
    return "LayoutType(" + type.getSimpleName() + ")";
  }
}
