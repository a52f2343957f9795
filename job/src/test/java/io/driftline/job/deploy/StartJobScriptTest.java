package io.driftline.job.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.AgentAnomalyJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartJobScriptTest {

  private static final Path SCRIPT = DeploymentFiles.FOLDER.resolve("flink/start-job.sh");
  private static final String JOB =
      "standalone-job --job-classname " + AgentAnomalyJob.class.getName();

  @TempDir private Path folder;

  @Test
  void startsWithoutStateTheFirstTime() throws Exception {
    assertThat(started(Map.of())).contains("starts without state", JOB + " --option value");
  }

  @Test
  void goesOnFromTheCheckpointThatWasCompletedLast() throws Exception {
    checkpoint("job-a/chk-9", 1_000);
    checkpoint("job-b/chk-2", 3_000);
    checkpoint("job-b/chk-1", 2_000);
    Files.createDirectories(folder.resolve("checkpoints/job-b/chk-3"));
    assertThat(started(Map.of()))
        .contains(JOB + " --fromSavepoint " + folder + "/checkpoints/job-b/chk-2 --option value")
        .contains("--execution.state-recovery.claim-mode CLAIM");
  }

  @Test
  void goesOnFromTheSavepointThatIsNamed() throws Exception {
    checkpoint("job-a/chk-9", 1_000);
    assertThat(started(Map.of("RESTORE_FROM", "s3://bucket/savepoint-1")))
        .contains(JOB + " --fromSavepoint s3://bucket/savepoint-1 --option value")
        .doesNotContain("CLAIM");
  }

  @Test
  void startsFromNothingIfToldTo() throws Exception {
    checkpoint("job-a/chk-9", 1_000);
    assertThat(started(Map.of("RESTORE_FROM", "none"))).contains(JOB + " --option value");
  }

  private void checkpoint(String name, long completedAt) throws IOException {
    Path checkpoint = Files.createDirectories(folder.resolve("checkpoints").resolve(name));
    Path metadata = Files.createFile(checkpoint.resolve("_metadata"));
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(completedAt));
  }

  /** What it says, and what it would have started. */
  private String started(Map<String, String> environment) throws Exception {
    Path standIn = folder.resolve("entrypoint");
    Files.writeString(standIn, "#!/bin/sh\necho \"$@\"\n");
    standIn.toFile().setExecutable(true);
    Map<String, String> all = new HashMap<>(environment);
    all.put("STATE_DIR", folder.toString());
    all.put("FLINK_ENTRYPOINT", standIn.toString());
    Shell shell = Shell.script(SCRIPT, all, "--option", "value");
    assertThat(shell.exitCode()).as(shell.output()).isZero();
    return shell.output();
  }
}
