package io.driftline.posture;

import static io.driftline.posture.Registered.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentKind;
import io.driftline.feature.SensitivityTable;
import io.driftline.posture.BlastRadius.Reach;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JudgedAgentTest {

  @Test
  void isAsItsRecordDescribesItAtThatTime() {
    Grant everywhere = Registered.grant("*", "*", START);
    assertThat(at(START, Registered.agent(everywhere)))
        .isEqualTo(new JudgedAgent("bot", AgentKind.ORGANIZATIONAL, "ann", Reach.VAST));
    assertThat(at(START - 1, Registered.agent(everywhere)).reach()).isEqualTo(Reach.NARROW);
  }

  @Test
  void hasNoKnownReachUnlessItsGrantsAreDeclared() {
    AgentRecord undeclared = AgentRecord.of("bot", AgentKind.PERSONAL, "ann", null);
    assertThat(at(START, undeclared))
        .isEqualTo(new JudgedAgent("bot", AgentKind.PERSONAL, "ann", null));
    assertThat(at(START, null)).isEqualTo(JudgedAgent.unregistered("bot"));
  }

  private static JudgedAgent at(long time, AgentRecord record) {
    return JudgedAgent.of("bot", record, Instant.ofEpochMilli(time), SensitivityTable.shipped());
  }
}
