package io.driftline.job.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

  private static final FaultSettings SETTINGS = FaultSettings.small(1000);

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void theSameAgentAlwaysGoesToTheSamePartition() throws Exception {
    EventFile file = new FaultActivity(SETTINGS).write(folder.resolve("events"));
    Map<String, Set<Integer>> partitions = new HashMap<>();
    try (EventFile.Reader reader = file.open()) {
      for (long i = 0; i < file.count(); i++) {
        Event event = reader.next();
        String agent = JSON.readTree(event.value()).at("/agent/id").asText();
        partitions.computeIfAbsent(agent, any -> new HashSet<>()).add(event.partition());
      }
    }
    assertThat(file.count()).isEqualTo(1000);
    assertThat(partitions.values()).allMatch(each -> each.size() == 1);
    assertThat(partitions.values()).containsOnly(Set.of(0), Set.of(1));
  }

  @Test
  void saysIfThereAreFewerEventsThanAskedFor() {
    assertThatThrownBy(
            () -> EventFile.write(folder.resolve("events"), Collections.emptyIterator(), 5, 2))
        .hasMessage("only 0 of 5 events were made");
  }
}
