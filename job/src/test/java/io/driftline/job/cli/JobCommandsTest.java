package io.driftline.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments of demo, run and train that are refused before anything starts. */
class JobCommandsTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Driftline.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"demo", "simulate", "run", "train", "evaluate", "scenarios", "drift", "registry"})
  void everyCommandExplainsItself(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).contains("Usage: driftline " + command);
  }

  @Test
  void aDemoNeedsTimeToLearn() {
    assertThat(run("demo", "--duration=5s")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "driftline: duration must be at least 30 s, was 5 s (see driftline demo --help)");
  }

  @Test
  void aDurationThatIsNoneIsRefused() {
    assertThat(run("demo", "--duration=soon")).isEqualTo(2);
    assertThat(err.toString()).contains("'soon' is not a duration: give 90s or 2min");
  }

  @Test
  void aPortThatIsNoneIsRefused() {
    assertThat(run("demo", "--port=70000")).isEqualTo(2);
    assertThat(err.toString()).contains("port must be in [0, 65535], was 70000");
  }

  @Test
  void runWantsBrokers() {
    assertThat(run("run")).isEqualTo(2);
    assertThat(err.toString()).contains("--bootstrap-servers");
  }

  @Test
  void runRefusesAnOptionItDoesNotKnow() {
    assertThat(run("run", "--bootstrap-servers=localhost:1", "-D", "driftline.treshold=1"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("unknown option driftline.treshold");
  }

  @Test
  void trainNamesAFileThatIsMissing() {
    assertThat(run("train", "--activity=missing.jsonl", "--out=model.bin")).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly("driftline: cannot read missing.jsonl (does it exist?)");
  }

  @Test
  void evaluateNeedsASeed() {
    assertThat(run("evaluate", "--activity=any.jsonl", "--seeds=0")).isEqualTo(2);
    assertThat(err.toString()).contains("--seeds must be at least 1, was 0");
  }

  @Test
  void evaluateNamesAFileThatIsMissing() {
    assertThat(run("evaluate", "--activity=missing.jsonl")).isEqualTo(1);
    assertThat(err.toString()).contains("cannot read missing.jsonl (does it exist?)");
  }

  @Test
  void evaluateNamesTheGroupsOfFeaturesThereAre() {
    assertThat(run("evaluate", "--activity=any.jsonl", "--ablate=everything")).isEqualTo(2);
    assertThat(err.toString()).contains("everything", "RIGHT, TARGET, SEQUENCE, SESSION");
  }
}
