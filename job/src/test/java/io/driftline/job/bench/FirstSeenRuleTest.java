package io.driftline.job.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.job.TestActions;
import org.junit.jupiter.api.Test;

class FirstSeenRuleTest {

  private final FirstSeenRule rule = new FirstSeenRule();

  private double scoreThenLearn(String agent, String verb, String permission, String resource) {
    AgentAction action =
        TestActions.action(
            agent, "e", TestActions.MONDAY, "s", "files", verb, permission, resource);
    double score = rule.score(action, new double[0]);
    rule.learn(action, new double[0]);
    return score;
  }

  @Test
  void speaksUpOnceForEachPermissionAndForEachPlaceOfAnAction() {
    assertThat(scoreThenLearn("a", "read", "files:read", "/home/ann/x.txt")).isEqualTo(1);
    assertThat(scoreThenLearn("a", "read", "files:read", "/home/ann/y.txt")).isZero();
    assertThat(scoreThenLearn("a", "read", "files:read", "/home/bob/x.txt")).isEqualTo(1);
    assertThat(scoreThenLearn("a", "read", "files:admin", "/home/ann/x.txt")).isEqualTo(1);
    assertThat(scoreThenLearn("a", "write", "files:read", "/home/ann/x.txt")).isEqualTo(1);
  }

  @Test
  void knowsAgentsApart() {
    scoreThenLearn("a", "read", null, null);

    assertThat(scoreThenLearn("b", "read", null, null)).isEqualTo(1);
    assertThat(scoreThenLearn("a", "read", null, null)).isZero();
  }
}
