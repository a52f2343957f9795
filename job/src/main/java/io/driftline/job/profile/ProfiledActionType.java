package io.driftline.job.profile;

import io.driftline.job.wire.LayoutType;
import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Flink's type of an {@link ProfiledAction}. */
public final class ProfiledActionType extends LayoutType<ProfiledAction> {

  private static final long serialVersionUID = 1L;

  /** The one value: the type has no parameters. */
  public static final ProfiledActionType INSTANCE = new ProfiledActionType();

  private ProfiledActionType() {
    super(ProfiledAction.class, ProfiledActionSerializer.INSTANCE);
  }

  /** Gives Flink this type for the annotated record. */
  public static final class Factory extends TypeInfoFactory<ProfiledAction> {
    @Override
    public TypeInformation<ProfiledAction> createTypeInfo(
        Type type, Map<String, TypeInformation<?>> parameters) {
      return INSTANCE;
    }
  }
}
