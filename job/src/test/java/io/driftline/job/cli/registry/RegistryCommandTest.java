package io.driftline.job.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.cli.Driftline;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before any broker is asked. */
class RegistryCommandTest {

  private static final String BROKERS = "--bootstrap-servers=localhost:1";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int driftline(String... arguments) {
    return Driftline.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @Test
  void wantsToKnowWhatToDo() {
    assertThat(driftline("registry")).isEqualTo(2);
    assertThat(err.toString()).contains("apply or show?");
  }

  @Test
  void wantsBrokers() {
    assertThat(driftline("registry", "show")).isEqualTo(2);
    assertThat(err.toString()).contains("--bootstrap-servers");
  }

  @Test
  void namesAFileThatIsMissing() {
    assertThat(driftline("registry", "apply", "missing.yaml", BROKERS)).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly("driftline: cannot read missing.yaml (does it exist?)");
  }

  @Test
  void namesEveryFaultOfTheFile() throws IOException {
    Path file =
        Files.writeString(folder.resolve("r.yaml"), "agents:\n  - agent: a\n    kind: rogue\n");
    assertThat(driftline("registry", "apply", file.toString(), BROKERS)).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly(
            file + ":2: agent is not known",
            file + ":2: agent_id is absent, null or empty; expected a text, as it is required",
            "driftline: 2 faults in "
                + file
                + ", so nothing was published (correct the lines"
                + " above)");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void namesAFileThatIsNoText() throws IOException {
    Path file = Files.write(folder.resolve("r.yaml"), new byte[] {(byte) 0xFF});
    assertThat(driftline("registry", "apply", file.toString(), BROKERS)).isEqualTo(1);
    assertThat(err.toString()).contains(file + " is not UTF-8");
  }

  @Test
  void agentsAndPeopleNeedATopicEach() throws IOException {
    Path file = Files.writeString(folder.resolve("r.yaml"), "agents: []");
    String[] options = {"--agents-topic=t", "--people-topic=t"};
    assertThat(driftline("registry", "apply", file.toString(), BROKERS, options[0], options[1]))
        .isEqualTo(1);
    assertThat(err.toString()).contains("agents and people cannot share the topic t");
  }
}
