package io.driftline.job.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.job.settings.Flags;
import io.driftline.job.settings.SettingsResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** What lies in the folder {@code docker}, as its readers see it. */
final class DeploymentFiles {

  static final Path FOLDER = Path.of("..", "docker");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private DeploymentFiles() {}

  /** The documents of a YAML file, with anchors and merge keys resolved. */
  static List<JsonNode> documents(Path file) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    List<JsonNode> documents = new ArrayList<>();
    for (Object each : new Yaml(options).loadAll(Files.readString(file))) {
      documents.add(MAPPER.valueToTree(each));
    }
    return documents;
  }

  /** The only document of a YAML file. */
  static JsonNode document(String file) throws IOException {
    List<JsonNode> documents = documents(FOLDER.resolve(file));
    if (documents.size() != 1) {
      throw new IOException(file + " holds " + documents.size() + " documents");
    }
    return documents.get(0);
  }

  static JsonNode json(String file) throws IOException {
    return MAPPER.readTree(FOLDER.resolve(file).toFile());
  }

  static String text(String file) throws IOException {
    return Files.readString(FOLDER.resolve(file));
  }

  static Stream<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts.stream();
  }

  /** The options that the job is given, as it reads them. */
  static Configuration jobOptions(JsonNode arguments) {
    Flags flags = Flags.parse(texts(arguments).toArray(String[]::new));
    return SettingsResolver.resolve(flags, Map.of()).configuration();
  }
}
