package io.driftline.job.authority;

import io.driftline.job.wire.LayoutSerializer;
import io.driftline.job.wire.LayoutType;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Layout 1: the requested action, then the caller's id, which may be {@code null}. */
public final class AuthorityQuestionSerializer extends LayoutSerializer<AuthorityQuestion> {

  private static final long serialVersionUID = 1L;

  /** One serves all: nothing in it changes. */
  public static final AuthorityQuestionSerializer INSTANCE = new AuthorityQuestionSerializer();

  /** Flink's type of the values. */
  public static final LayoutType<AuthorityQuestion> TYPE =
      new LayoutType<>(AuthorityQuestion.class, INSTANCE);

  /** Equal to {@link #INSTANCE}; for savepoints to find it by. */
  public AuthorityQuestionSerializer() {
    super("authority questions", 1);
  }

  @Override
  public void serialize(AuthorityQuestion question, DataOutputView target) throws IOException {
    RequestedActionSerializer.INSTANCE.serialize(question.requested(), target);
    StringValue.writeString(question.callerId(), target);
  }

  @Override
  public AuthorityQuestion deserialize(DataInputView source) throws IOException {
    return new AuthorityQuestion(
        RequestedActionSerializer.INSTANCE.deserialize(source), StringValue.readString(source));
  }

  /** Gives Flink this serializer for what is annotated with {@code @TypeInfo}. */
  public static final class TypeFactory extends LayoutType.Factory<AuthorityQuestion> {
    public TypeFactory() {
      super(TYPE);
    }
  }
}
