package io.driftline.job.identify;

import io.driftline.job.wire.LayoutType;
import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Flink's type of an {@link IdentifiedAction}. */
public final class IdentifiedActionType extends LayoutType<IdentifiedAction> {

  private static final long serialVersionUID = 1L;

  /** The one value: the type has no parameters. */
  public static final IdentifiedActionType INSTANCE = new IdentifiedActionType();

  private IdentifiedActionType() {
    super(IdentifiedAction.class, IdentifiedActionSerializer.INSTANCE);
  }

  /** Gives Flink this type for the annotated record. */
  public static final class Factory extends TypeInfoFactory<IdentifiedAction> {
    @Override
    public TypeInformation<IdentifiedAction> createTypeInfo(
        Type type, Map<String, TypeInformation<?>> parameters) {
      return INSTANCE;
    }
  }
}
