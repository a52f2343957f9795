package io.driftline.job.cli.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.driftline.job.registry.RegistryEntry;
import io.driftline.job.registry.RegistryJson;
import io.driftline.registry.RegistryChange.Subject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.yaml.snakeyaml.DumperOptions;

/** Writes a registry as {@link RegistryDocument} reads it, in ASCII. */
final class RegistryYaml {

  private static final YAMLFactory YAML = factory();

  private RegistryYaml() {}

  /**
   * @param subjects whose lists to write, also if they are empty
   */
  static String write(RegistryContent content, Collection<Subject> subjects) {
    StringWriter out = new StringWriter();
    try (JsonGenerator yaml = YAML.createGenerator(out)) {
      yaml.writeStartObject();
      for (Subject subject : subjects) {
        yaml.writeArrayFieldStart(Subjects.list(subject));
        for (RegistryEntry entry : content.all(subject)) {
          yaml.writeStartObject();
          RegistryJson.writeFields(yaml, entry);
          yaml.writeEndObject();
        }
        yaml.writeEndArray();
      }
      yaml.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return out.toString();
  }

  private static YAMLFactory factory() {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setAllowUnicode(false);
    options.setSplitLines(false);
    return YAMLFactory.builder()
        .dumperOptions(options)
        .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
        .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
        .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
        .build();
  }
}
