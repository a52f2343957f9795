package io.driftline.job.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.TestActions;
import io.driftline.job.ingest.ActivityFile;
import io.driftline.job.ingest.AgentActionJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityMergeTest {

  @TempDir private Path folder;

  /** Events that are named after their minute. */
  private Path file(String name, int... minutes) throws IOException {
    List<String> lines =
        IntStream.of(minutes)
            .mapToObj(
                minute -> TestActions.read("a", "e" + minute, TestActions.MONDAY + minute * 60_000))
            .map(action -> new String(AgentActionJson.write(action), StandardCharsets.UTF_8))
            .toList();
    return Files.write(folder.resolve(name), lines);
  }

  /** Ids of the actions; {@code refused} for what is none. */
  private List<String> merged(Path... files) throws IOException {
    Path merged = folder.resolve("merged.jsonl");
    ActivityMerge.write(List.of(files), merged);
    List<String> ids = new ArrayList<>();
    ActivityFile.read(
        merged,
        Clock.systemUTC(),
        decoded -> ids.add(decoded.isAction() ? decoded.action().eventId() : "refused"));
    return ids;
  }

  @Test
  void filesThatTellOfTheSameTimeAreInterleaved() throws IOException {
    assertThat(merged(file("one", 1, 4, 5), file("two", 2, 3, 6)))
        .containsExactly("e1", "e2", "e3", "e4", "e5", "e6");
  }

  @Test
  void filesThatFollowEachOtherMayBeNamedInAnyOrder() throws IOException {
    assertThat(merged(file("late", 3, 4), file("early", 1, 2)))
        .containsExactly("e1", "e2", "e3", "e4");
  }

  @Test
  void whatIsOutOfOrderWithinAFileStaysNearItsPlace() throws IOException {
    assertThat(merged(file("one", 1, 5, 4), file("two", 2, 6)))
        .containsExactly("e1", "e2", "e5", "e4", "e6");
  }

  @Test
  void recordsThatAreNoActionsStayToBeRefusedAndAnEmptyFileAddsNothing() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad"), "nonsense\n");
    Path empty = Files.writeString(folder.resolve("empty"), "");
    assertThat(merged(bad, empty, file("one", 1))).containsExactly("refused", "e1");
  }
}
