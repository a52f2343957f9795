package io.driftline.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.driftline.forest.DefaultModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFilesTest {

  @TempDir private Path folder;

  private final Configuration config = new Configuration();

  @Test
  void theShippedModelJudgesUnlessAnotherOrNoneIsNamed() throws IOException {
    assertThat(JobFiles.settings(config).initialModel()).isEqualTo(DefaultModel.stored());

    config.set(DriftlineOptions.MODEL, "none");
    assertThat(JobFiles.settings(config).initialModel()).isNull();

    Path own = Files.write(folder.resolve("own.model"), new byte[] {1, 2});
    config.set(DriftlineOptions.MODEL, own.toString());
    assertThat(JobFiles.settings(config).initialModel()).containsExactly(1, 2);
  }

  @Test
  void sensitivityLinesOfAFileComeBeforeTheShippedOnes() throws IOException {
    Path file = Files.writeString(folder.resolve("ours.txt"), "crm:read* 0.9\n");
    config.set(DriftlineOptions.SENSITIVITY, file.toString());

    var sensitivity = JobFiles.settings(config).sensitivity();

    assertThat(sensitivity.levelOf("crm:read")).isEqualTo(0.9);
    assertThat(sensitivity.levelOf("erp:read")).isZero();
  }

  @Test
  void aFaultInTheSensitivityFileIsNamedByFileAndLine() throws IOException {
    Path file = Files.writeString(folder.resolve("ours.txt"), "# ours\ncrm:read*\n");
    config.set(DriftlineOptions.SENSITIVITY, file.toString());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> JobFiles.settings(config))
        .withMessageStartingWith(file + ":2: two columns were expected, got 1");
  }

  @Test
  void aFileThatIsMissingIsAnError() {
    config.set(DriftlineOptions.MODEL, folder.resolve("missing").toString());

    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> JobFiles.settings(config));
  }
}
