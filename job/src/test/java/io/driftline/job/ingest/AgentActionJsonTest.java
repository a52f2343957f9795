package io.driftline.job.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AgentActionJsonTest {

  @Example
  void writesTheContractsExample() {
    assertThat(new String(AgentActionJson.write(Samples.fullAction()), UTF_8))
        .isEqualTo(Samples.FULL);
  }

  @Example
  void leavesOutWhatIsAbsent() {
    assertThat(new String(AgentActionJson.write(Samples.minimalAction()), UTF_8))
        .isEqualTo(Samples.MINIMAL);
  }

  @Property(tries = 1000, seed = "20260301", edgeCases = EdgeCasesMode.NONE)
  void decodingReadsBackWhatWasWritten(@ForAll("actions") AgentAction action) {
    byte[] line = AgentActionJson.write(action);
    assertThat(line).doesNotContain('\n', '\r');
    assertThat(Samples.decode(line).action()).isEqualTo(action);
  }

  @Provide
  Arbitrary<AgentAction> actions() {
    return AgentActions.any();
  }
}
