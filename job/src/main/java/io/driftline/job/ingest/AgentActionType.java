package io.driftline.job.ingest;

import io.driftline.activity.AgentAction;
import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Flink's type of an {@link AgentAction}, so that it travels by {@link AgentActionSerializer}. */
public final class AgentActionType extends TypeInformation<AgentAction> {

  private static final long serialVersionUID = 1L;

  /** The one value: the type has no parameters. */
  public static final AgentActionType INSTANCE = new AgentActionType();

  /** Gives Flink this type for a field annotated with {@code @TypeInfo}. */
  public static final class Factory extends TypeInfoFactory<AgentAction> {
    @Override
    public TypeInformation<AgentAction> createTypeInfo(
        Type type, Map<String, TypeInformation<?>> parameters) {
      return INSTANCE;
    }
  }

  private AgentActionType() {}

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
  public Class<AgentAction> getTypeClass() {
    return AgentAction.class;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<AgentAction> createSerializer(SerializerConfig config) {
    return AgentActionSerializer.INSTANCE;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof AgentActionType;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AgentActionType;
  }

  @Override
  public int hashCode() {
    return AgentActionType.class.hashCode();
  }

  @Override
  public String toString() {
    return "AgentActionType";
  }
}
