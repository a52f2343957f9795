package io.driftline.job.cli.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.driftline.decide.ThresholdPolicy;
import io.driftline.decide.ThresholdRule;
import io.driftline.decide.ThresholdScope;
import io.driftline.forest.Detector;
import io.driftline.job.cli.CommandFailure;
import io.driftline.job.cli.registry.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThresholdsFileTest {

  private static final String SOUND =
      """
      version: 3
      rules:
        - scope: global
          line: 80
        - {scope: agent, name: "a1", detector: surprise, line: 92.5}
      sensitivity:
        send: 0.9
        "mail:*": 0.25
      """;

  @TempDir private Path folder;

  @Test
  void readsRulesAndLevels() {
    assertThat(ThresholdsFile.parse(SOUND).policy())
        .isEqualTo(
            new ThresholdPolicy(
                3,
                List.of(
                    new ThresholdRule(ThresholdScope.GLOBAL, null, null, 80),
                    new ThresholdRule(ThresholdScope.AGENT, "a1", Detector.SURPRISE, 92.5)),
                levels()));
  }

  @Test
  void readsJsonToo() {
    ThresholdsFile file =
        ThresholdsFile.parse(
            "{\"rules\": [{\"scope\": \"kind\", \"name\": \"personal\", \"line\": 0}]}");
    assertThat(file.statesVersion()).isFalse();
    assertThat(file.policy(9).version()).isEqualTo(9);
    assertThat(file.policy().rules())
        .containsExactly(new ThresholdRule(ThresholdScope.KIND, "personal", null, 0));
  }

  @Test
  void saysOfEachFaultWhereItIsAndWhatToDo() {
    String text =
        """
        version: 0
        rule: []
        rules:
          - scope: agent
            name: a1
            line: 80
          - scope: agent
            name: a1
            line: 90
          - scope: planet
            line: 101
          - scope: cohort
            nmae: sales
            line: 80
        sensitivity:
          send: much
        """;
    assertThat(ThresholdsFile.parse(text).faults())
        .containsExactly(
            new Fault(1, "version is no whole number from 1 up"),
            new Fault(2, "rule is not known; did you mean rules?"),
            new Fault(
                7,
                "rules[1] says line 90.0 for agent a1, for which line 80.0 is set already: remove"
                    + " one of the two"),
            new Fault(
                10, "rules[2].scope is not known; expected one of global, kind, cohort, agent"),
            new Fault(11, "rules[2].line is 101; expected a number from 0 to 100"),
            new Fault(
                12, "rules[3]: a rule for scope cohort must name one, in 1 to 1024 characters"),
            new Fault(13, "nmae is not known; did you mean name?"),
            new Fault(16, "sensitivity.send is much; expected a number from 0 to 1"));
  }

  @Test
  void aFieldGivenTwiceIsRefused() {
    assertThat(ThresholdsFile.parse("rules: []\nrules: []").faults())
        .containsExactly(new Fault(2, "rules is given twice"));
  }

  @Test
  void aFileWithFaultsIsNotTaken() throws IOException {
    Path file = Files.writeString(folder.resolve("t.yaml"), "rules: 7");
    assertThatThrownBy(() -> ThresholdsFile.read(file))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("t.yaml:1: rules is no list; write [] if there are none");
  }

  private static Map<String, Double> levels() {
    Map<String, Double> levels = new java.util.LinkedHashMap<>();
    levels.put("send", 0.9);
    levels.put("mail:*", 0.25);
    return levels;
  }
}
