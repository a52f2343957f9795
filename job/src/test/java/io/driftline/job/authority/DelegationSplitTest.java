package io.driftline.job.authority;

import static io.driftline.job.TestActions.MONDAY;
import static io.driftline.job.authority.Deeds.action;
import static io.driftline.job.authority.Deeds.asked;
import static io.driftline.job.authority.Deeds.called;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.activity.Requester;
import io.driftline.posture.Call;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class DelegationSplitTest {

  @Test
  void onlyWhatWasDelegatedWithinATraceTakesTheDetour() throws Exception {
    AgentAction alone = asked("a", "ann", null, MONDAY);
    AgentAction first = asked("a", "ann", "t", MONDAY + 1);
    AgentAction byParent = called("b", "a", "t", MONDAY + 2);
    AgentAction byAgent =
        action("b", new Requester("a", Requester.Type.AGENT), "t", null, MONDAY + 3);
    AgentAction untraced = called("b", "a", null, MONDAY + 4);
    try (var split = split(List.of(alone, first, byParent, byAgent, untraced))) {
      assertThat(split.extractOutputValues())
          .extracting(RequestedAction::action)
          .containsExactly(alone, first, untraced);
      assertThat(split.extractOutputValues().get(2).authority().chain()).containsExactly("a");
      assertThat(split.getSideOutput(DelegationSplit.DELEGATED))
          .extracting(StreamRecord::getValue)
          .containsExactly(byParent, byAgent);
      assertThat(notes(split)).containsExactly(Call.of(first));
    }
  }

  @Test
  void anAgentIsNotedOnceForATraceAndAgainIfItTurnsOutToHaveActedEarlier() throws Exception {
    AgentAction second = asked("a", "ann", "t", MONDAY + 2);
    AgentAction third = asked("a", "ann", "t", MONDAY + 3);
    AgentAction first = asked("a", "ann", "t", MONDAY + 1);
    AgentAction other = asked("a", "ann", "u", MONDAY + 3);
    try (var split = split(List.of(second, third, first, third, other))) {
      assertThat(notes(split)).containsExactly(Call.of(second), Call.of(first), Call.of(other));
    }
  }

  @Test
  void nobodyIsNotedWhereNobodyAsked() throws Exception {
    try (var split = split(List.of(action("a", null, "t", null, MONDAY)))) {
      assertThat(split.getSideOutput(DelegationSplit.NOTES)).isNullOrEmpty();
    }
  }

  private static List<Call> notes(OneInputStreamOperatorTestHarness<?, ?> split) {
    return split.getSideOutput(DelegationSplit.NOTES).stream()
        .map(record -> record.getValue().call())
        .toList();
  }

  private static OneInputStreamOperatorTestHarness<AgentAction, RequestedAction> split(
      List<AgentAction> actions) throws Exception {
    var split = new OneInputStreamOperatorTestHarness<>(new DelegationSplit());
    split.open();
    for (AgentAction action : actions) {
      split.processElement(action, action.timeMillis());
    }
    return split;
  }
}
