package io.driftline.job.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.incident.Technique;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The tables of the page about alerts say what the code says; its first lines say how to update.
 */
class AlertsDocTest {

  private static final Path PAGE = Path.of("..", "docs", "alerts.md");

  @Test
  void theTablesAreUpToDate() throws IOException {
    String expected = GeneratedParts.in(Files.readString(PAGE), parts());
    if (Boolean.getBoolean("driftline.docs.update")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(PAGE).as("its first lines say how to update it").content().isEqualTo(expected);
  }

  @Test
  void theEditionIsTheOneOfTheCode() throws IOException {
    assertThat(Files.readString(PAGE)).contains("MITRE ATLAS " + Technique.EDITION);
  }

  private static Map<String, String> parts() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String output : new String[] {"incident", "anomaly", "drift", "finding", "hidden"}) {
      parts.put("fields of " + output, FieldTable.of(output));
    }
    parts.put("techniques", ThreatTables.techniques());
    parts.put("risks", ThreatTables.risks());
    parts.put("threats", ThreatTables.mapping());
    return parts;
  }
}
