package io.driftline.job.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.job.cli.Driftline;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A short form of the study that docs/drift.md reports, with room for its smaller numbers. */
@Timeout(300)
class DriftStudyITCase {

  @Test
  void findsWhatIsPlantedAndLittleElse() throws Exception {
    JsonNode figures = study().path("sensitivities").path(0);
    for (JsonNode script : figures.path("scripts")) {
      switch (script.path("script").asText()) {
        case "new_systems", "new_permissions", "purpose_change" ->
            assertThat(script.path("in_time").asDouble()).as("%s", script).isGreaterThan(0.85);
        case "spike" ->
            assertThat(script.path("in_time").asDouble()).as("%s", script).isLessThan(0.1);
        default ->
            assertThat(script.path("in_time").asDouble()).as("%s", script).isGreaterThan(0.6);
      }
    }
    assertThat(figures.path("false_alarms").path("per_agent_year").asDouble()).isLessThan(1.5);
  }

  private static JsonNode study() throws Exception {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Driftline.run(
            new PrintWriter(out),
            new PrintWriter(err),
            "drift-study",
            "--seeds=2",
            "--agents=100",
            "--sensitivities=1",
            "--json");
    assertThat(exitCode).as("%s", err).isZero();
    return new ObjectMapper().readTree(out.toString());
  }
}
