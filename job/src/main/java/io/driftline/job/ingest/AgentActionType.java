package io.driftline.job.ingest;

import io.driftline.activity.AgentAction;
import io.driftline.job.wire.LayoutType;
import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Flink's type of an {@link AgentAction}, so that it travels by {@link AgentActionSerializer}. */
public final class AgentActionType extends LayoutType<AgentAction> {

  private static final long serialVersionUID = 1L;

  /** The one value: the type has no parameters. */
  public static final AgentActionType INSTANCE = new AgentActionType();

  private AgentActionType() {
    super(AgentAction.class, AgentActionSerializer.INSTANCE);
  }

  /** Gives Flink this type for a field annotated with {@code @TypeInfo}. */
  public static final class Factory extends TypeInfoFactory<AgentAction> {
    @Override
    public TypeInformation<AgentAction> createTypeInfo(
        Type type, Map<String, TypeInformation<?>> parameters) {
      return INSTANCE;
    }
  }
}
