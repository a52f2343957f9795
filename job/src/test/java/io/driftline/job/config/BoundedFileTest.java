package io.driftline.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedFileTest {

  @TempDir private Path folder;

  @Test
  void readsUpToTheBoundAndNoFurther() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "grün");

    assertThat(BoundedFile.text(file, 5)).isEqualTo("grün");
    assertThatExceptionOfType(HintedFailure.class)
        .isThrownBy(() -> BoundedFile.text(file, 4))
        .withMessage(file + " has more than 4 bytes");
  }

  @Test
  void refusesWhatIsNotUtf8() throws IOException {
    Path file = Files.write(folder.resolve("a"), new byte[] {(byte) 0xff});

    assertThatExceptionOfType(CharacterCodingException.class)
        .isThrownBy(() -> BoundedFile.text(file, 4));
  }
}
