package io.driftline.job.alert;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.Requester;
import io.driftline.relation.Edge;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeJsonTest {

  private static final OutputSchema SCHEMA = OutputSchema.named("relationship");
  private static final long TIME = 1_767_571_200_000L;
  private static final Edge FULL =
      new Edge(
          "payer",
          new Requester("ann", Requester.Type.USER),
          List.of("planner"),
          "bank\u001b",
          List.of("bank:read", "bank:transfer"),
          3,
          TIME,
          TIME + 250,
          true);
  private static final Edge LEAST =
      new Edge("payer", null, List.of(), "bank", List.of(), 1, TIME, TIME, false);

  @Test
  void writesAnEdgeAsPublished() {
    assertThat(written(FULL))
        .isEqualTo(
            """
            {"schema":"driftline.relationship/1","id":"%s","agent_id":"payer",\
            "requester":{"id":"ann","type":"user"},"chain":["planner"],"system":"bank\\u001B",\
            "permissions":["bank:read","bank:transfer"],"count":3,\
            "first_seen":"2026-01-05T00:00:00Z","last_seen":"2026-01-05T00:00:00.250Z",\
            "new":true}"""
                .formatted(FULL.id()));
  }

  @Test
  void keepsToItsSchemaWhichDescribesEveryField() throws IOException {
    for (Edge edge : List.of(FULL, LEAST)) {
      assertThat(SCHEMA.faults(written(edge))).isEmpty();
      assertThat(SCHEMA.undescribed(written(edge))).isEmpty();
    }
  }

  @Test
  void theSchemaTakesNoticeOfFaults() {
    assertThat(SCHEMA.faults(written(FULL).replace("\"new\"", "\"now\""))).isNotEmpty();
    assertThat(SCHEMA.faults(written(FULL).replace("\"count\":3", "\"count\":0"))).hasSize(1);
  }

  private static String written(Edge edge) {
    return new String(EdgeJson.write(edge), US_ASCII);
  }
}
