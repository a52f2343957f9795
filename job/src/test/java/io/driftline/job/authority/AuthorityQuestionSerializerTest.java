package io.driftline.job.authority;

import static io.driftline.job.TestActions.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.posture.Call;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityQuestionSerializerTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "helper")
  void readsBackWhatWasWritten(String callerId) throws IOException {
    AuthorityQuestion question = new AuthorityQuestion(requested(), callerId);
    DataOutputSerializer out = new DataOutputSerializer(512);
    AuthorityQuestionSerializer.INSTANCE.serialize(question, out);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());

    assertThat(AuthorityQuestionSerializer.INSTANCE.deserialize(in)).isEqualTo(question);
    assertThat(in.available()).isZero();
    assertThat((Object) TypeInformation.of(AuthorityQuestion.class).createSerializer(null))
        .isSameAs(AuthorityQuestionSerializer.INSTANCE);
  }

  private static RequestedAction requested() {
    var action = Deeds.called("bot", "helper", "t", MONDAY);
    return new RequestedAction(action, Call.of(action).authority());
  }
}
