package io.driftline.job.wire;

import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * Flink's type of values that travel by a {@link LayoutSerializer}.
 *
 * @param <T> value
 */
public final class LayoutType<T> extends TypeInformation<T> {

  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private final LayoutSerializer<T> serializer;

  /** The type of values of a class. */
  public LayoutType(Class<T> type, LayoutSerializer<T> serializer) {
    this.type = type;
    this.serializer = serializer;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return serializer;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof LayoutType;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LayoutType<?> that && type == that.type;
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public String toString() {
    return "LayoutType(" + type.getSimpleName() + ")";
  }

  /**
   * Gives Flink such a type for what is annotated with {@code @TypeInfo} of a subclass.
   *
   * @param <T> value
   */
  public abstract static class Factory<T> extends TypeInfoFactory<T> {

    private final LayoutType<T> type;

    protected Factory(LayoutType<T> type) {
      this.type = type;
    }

    @Override
    public final TypeInformation<T> createTypeInfo(
        Type annotated, Map<String, TypeInformation<?>> parameters) {
      return type;
    }
  }
}
