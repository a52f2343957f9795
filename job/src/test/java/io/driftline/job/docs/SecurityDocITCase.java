package io.driftline.job.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.JobJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about security, and the notices, name what is in the jar of this build. */
class SecurityDocITCase {

  private static final Path PAGE = Path.of("..", "docs", "security.md");
  private static final Path NOTICES = Path.of("..", "THIRD-PARTY-NOTICES");

  @Test
  void thePageListsTheLibrariesOfTheJar() throws IOException {
    String page = Files.readString(PAGE);
    String expected = GeneratedParts.in(page, Map.of("libraries", libraries()));
    if (Boolean.getBoolean("driftline.docs.update")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(PAGE).as("its first lines say how to update it").content().isEqualTo(expected);
  }

  @Test
  void theNoticesNameEveryLibraryWithItsVersion() throws IOException {
    String notices = Files.readString(NOTICES);

    new JobJar()
        .versions()
        .forEach(
            (name, version) ->
                assertThat(notices).as("notice of %s %s", name, version).contains(name, version));
  }

  private static String libraries() {
    return "| library | version |\n|---|---|\n"
        + new JobJar()
            .versions().entrySet().stream()
                .map(it -> "| `%s` | %s |\n".formatted(it.getKey(), it.getValue()))
                .collect(Collectors.joining());
  }
}
