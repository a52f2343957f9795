package io.driftline.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class SplitDecodedTest {

  @Test
  void sendsActionsOnAndDeadLettersAside() throws Exception {
    try (OneInputStreamOperatorTestHarness<Decoded, AgentAction> harness =
        ProcessFunctionTestHarnesses.forProcessFunction(new SplitDecoded())) {
      harness.processElement(Decoded.of(Samples.fullAction()), 1);
      harness.processElement(Decoded.of(Samples.deadLetter()), Long.MIN_VALUE);
      assertThat(harness.extractOutputValues()).containsExactly(Samples.fullAction());
      assertThat(harness.getSideOutput(SplitDecoded.DEAD_LETTERS))
          .extracting(record -> record.getValue())
          .containsExactly(Samples.deadLetter());
    }
  }
}
