package io.driftline.job.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.driftline.job.savepoint.WholeJob;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.junit.jupiter.api.Test;

/** What the stages keep per key says which version it is, and one of the future is refused. */
class StoredFormsTest {

  private static final byte FUTURE = 120;

  @Test
  void refuseAVersionThatThisReleaseDoesNotKnow() throws Exception {
    Map<String, StoredValue<?>> forms = forms();
    assertThat(forms).hasSizeGreaterThan(15);
    forms.forEach(
        (uid, form) ->
            assertThatIllegalStateException()
                .as(uid)
                .isThrownBy(() -> form.decode(ofTheFuture(form)))
                .withMessageContaining("has version %d, but this release reads", FUTURE)
                .withMessageContaining("restore it with the release that wrote it"));
  }

  @Test
  void readWhatTheyWrite() throws Exception {
    forms().forEach((uid, form) -> assertReadBack(uid, form));
  }

  private static <V> void assertReadBack(String uid, StoredValue<V> form) {
    byte[] bytes = form.encode(form.fresh());
    assertThat(form.encode(form.decode(bytes))).as(uid).isEqualTo(bytes);
  }

  private static <V> byte[] ofTheFuture(StoredValue<V> form) {
    byte[] bytes = form.encode(form.fresh());
    byte[] future = bytes.length == 0 ? new byte[1] : bytes.clone();
    future[0] = FUTURE;
    return future;
  }

  private static Map<String, StoredValue<?>> forms() throws Exception {
    Map<String, StoredValue<?>> forms = new LinkedHashMap<>();
    for (StreamNode node : WholeJob.graph().getStreamNodes()) {
      if (node.getOperatorFactory() instanceof SimpleOperatorFactory<?> factory
          && factory.getOperator() instanceof KeyedStage<?, ?> stage) {
        forms.put(node.getTransformationUID(), stage.storedValue());
      }
    }
    return forms;
  }
}
