package io.driftline.job.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.savepoint.GoldenSavepoint;
import io.driftline.job.savepoint.SavepointInventory;
import io.driftline.job.state.StateVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page about upgrades lists every state that there is: what is in a savepoint of the whole job
 * is in its tables. See {@link ConfigurationDocTest} for how it is brought up to date.
 */
class UpgradingDocTest {

  private static final Path PAGE = Path.of("..", "docs", "upgrading.md");
  private static final String OWN_BYTES = "BytePrimitiveArraySerializer";

  @TempDir private static Path folder;

  private static List<SavepointInventory.Entry> inventory;

  @BeforeAll
  static void read() throws IOException {
    inventory = SavepointInventory.of(GoldenSavepoint.of(StateVersion.CURRENT).unpack(folder));
  }

  @Test
  void theTablesAreUpToDate() throws IOException {
    String expected =
        GeneratedParts.in(Files.readString(PAGE), Map.of("state", states(), "waiting", waiting()));
    if (Boolean.getBoolean("driftline.docs.update")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(PAGE).content().isEqualTo(expected);
  }

  @Test
  void everyStateOfOurOwnFormIsListed() {
    Set<String> listed = new TreeSet<>();
    StateForm.all().forEach(each -> listed.add(each.key()));
    Set<String> there = new TreeSet<>();
    inventory.stream()
        .filter(each -> each.serializer().startsWith(OWN_BYTES) && !isOfAConnector(each))
        .forEach(each -> there.add(each.uid() + " " + each.name()));

    assertThat(listed)
        .as("state of the job in the savepoint; list it in StateForm")
        .isEqualTo(there);
  }

  private static boolean isOfAConnector(SavepointInventory.Entry entry) {
    return entry.name().equals("SourceReaderState") || entry.name().endsWith("_raw_states");
  }

  private static String states() {
    return "| operator | state | holds | form | bound | goes at |\n|---|---|---|---|---|---|\n"
        + StateForm.all().stream().map(StateForm::row).collect(Collectors.joining());
  }

  private static String waiting() {
    return "| operator | state | written by |\n|---|---|---|\n"
        + inventory.stream()
            .filter(each -> !each.kind().equals("timers"))
            .filter(each -> !each.serializer().startsWith(OWN_BYTES) || isOfAConnector(each))
            .map(
                each ->
                    "| `%s` | `%s` | %s |\n"
                        .formatted(
                            each.uid(),
                            each.name(),
                            isOfAConnector(each) ? "Flink's Kafka connector" : form(each)))
            .collect(Collectors.joining());
  }

  private static String form(SavepointInventory.Entry entry) {
    return entry.serializer().startsWith("Pojo")
        ? "Flink, by the names of the fields"
        : "`" + entry.serializer() + "`";
  }
}
