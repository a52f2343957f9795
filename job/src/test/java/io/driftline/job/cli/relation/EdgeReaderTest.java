package io.driftline.job.cli.relation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.driftline.activity.Requester;
import io.driftline.job.alert.EdgeJson;
import io.driftline.relation.Edge;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeReaderTest {

  private static final Edge FULL =
      new Edge(
          "payer",
          new Requester("ann", Requester.Type.USER),
          List.of("planner"),
          "bank",
          List.of("bank:read", "bank:transfer"),
          3,
          1_767_571_200_000L,
          1_767_571_200_250L,
          true);

  @Test
  void readsWhatIsWritten() throws IOException {
    Edge least = new Edge("payer", null, List.of(), "bank", List.of(), 1, 0, 0, false);
    Edge untyped =
        new Edge("payer", new Requester("x", null), List.of(), "bank", List.of(), 1, 0, 0, false);
    for (Edge edge : List.of(FULL, least, untyped)) {
      assertThat(EdgeReader.read(EdgeJson.write(edge))).isEqualTo(edge);
    }
  }

  @Test
  void refusesWhatIsNoRelationship() {
    String json = new String(EdgeJson.write(FULL), UTF_8);
    for (String wrong :
        List.of(
            "{}",
            "",
            "x",
            json.replace("\"count\":3", "\"count\":0"),
            json.replace("\"agent_id\"", "\"agent\""),
            json.replace("2026-01-05T", "2026-01-45T"))) {
      assertThatIOException().isThrownBy(() -> EdgeReader.read(wrong.getBytes(UTF_8)));
    }
  }
}
