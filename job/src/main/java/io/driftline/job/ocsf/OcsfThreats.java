package io.driftline.job.ocsf;

import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.alert.JsonFields.texts;
import static io.driftline.job.ocsf.OcsfFields.object;
import static io.driftline.job.ocsf.OcsfFields.objects;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.incident.AgenticRisk;
import io.driftline.incident.Technique;
import java.io.IOException;
import java.util.List;

/** Writes techniques as {@code attacks}, and risks, for which OCSF has no place, as a tag. */
final class OcsfThreats {

  private static final String URL = "https://atlas.mitre.org/techniques/";

  private OcsfThreats() {}

  /** Into {@code finding_info}; what is empty is left out. */
  static void write(JsonGenerator json, List<Technique> techniques, List<AgenticRisk> risks)
      throws IOException {
    objects(json, "attacks", techniques, OcsfThreats::attack);
    objects(json, "tags", risks.isEmpty() ? List.of() : List.of(risks), OcsfThreats::tag);
  }

  private static void attack(JsonGenerator json, Technique technique) throws IOException {
    object(
        json,
        technique.isPart() ? "sub_technique" : "technique",
        it -> {
          text(it, "uid", technique.id());
          text(it, "name", technique.title());
          text(it, "src_url", URL + technique.id());
        });
    text(json, "version", "ATLAS " + Technique.EDITION);
  }

  private static void tag(JsonGenerator json, List<AgenticRisk> risks) throws IOException {
    text(json, "name", "OWASP Top 10 for Agentic Applications 2026");
    texts(json, "values", risks.stream().map(it -> it.id() + " " + it.title()).toList());
  }
}
