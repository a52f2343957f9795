package io.driftline.job.incident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.incident.Incident;
import io.driftline.job.alert.Golden;
import io.driftline.job.alert.OutputSchema;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class IncidentJsonTest {

  private static final OutputSchema SCHEMA = OutputSchema.named("incident");

  @Test
  void writesAnIncidentAsPublished() {
    assertThat(written(Incidents.updated()))
        .isEqualTo(Golden.read("incidents", "updated.json").strip());
  }

  @Test
  void leavesOutWhatIsNotKnownAndSaysWhyItIsOver() {
    assertThat(written(Incidents.closed()))
        .isEqualTo(Golden.read("incidents", "closed.json").strip());
  }

  @Test
  void keepsToItsSchemaWhichDescribesEveryField() throws IOException {
    for (Incident incident : new Incident[] {Incidents.updated(), Incidents.closed()}) {
      assertThat(SCHEMA.faults(written(incident))).isEmpty();
      assertThat(SCHEMA.undescribed(written(incident))).isEmpty();
    }
  }

  @Test
  void theSchemaTakesNoticeOfFaults() {
    String json = written(Incidents.updated());
    assertThat(SCHEMA.faults(json.replace("\"updated\"", "\"grown\""))).hasSize(1);
    assertThat(SCHEMA.faults(json.replace("\"number\":3", "\"number\":0"))).hasSize(1);
    assertThat(SCHEMA.faults(json.replace("\"hidden\"", "\"hiden\""))).hasSize(2);
    assertThat(SCHEMA.faults(json.replace("\"requester\"", "\"asker\""))).hasSize(1);
    assertThat(SCHEMA.faults(json.replace("\"ASI02\"", "\"LLM02\""))).hasSize(1);
  }

  @Test
  void nothingInAnEventReachesATerminal() {
    assertThat(written(Incidents.updated())).doesNotContain("\u001b").contains("\\u001B");
  }

  private static String written(Incident incident) {
    return new String(IncidentJson.write(incident), UTF_8);
  }
}
