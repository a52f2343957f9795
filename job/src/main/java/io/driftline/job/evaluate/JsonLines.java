package io.driftline.job.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads files of one JSON object per line, UTF-8; blank lines are passed over. */
final class JsonLines {

  /** Strict on reading; writes the shortest digits of a double whatever JDK it runs on. */
  static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonLines() {}

  /**
   * Reads every line with {@code parser}, which refuses one by an {@link IllegalArgumentException}.
   *
   * @throws MalformedLineException at the first line that is no JSON object or that the parser
   *     refuses
   */
  static <T> List<T> read(Path file, Function<JsonFields, T> parser) throws IOException {
    List<T> parsed = new ArrayList<>();
    long number = 0;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          parsed.add(parse(file, number, line, parser));
        }
      }
    } catch (CharacterCodingException e) {
      throw new MalformedLineException(file, number + 1, "not UTF-8, here or soon after", e);
    }
    return parsed;
  }

  private static <T> T parse(Path file, long number, String line, Function<JsonFields, T> parser)
      throws MalformedLineException {
    try {
      return parser.apply(new JsonFields(objectIn(line)));
    } catch (JsonProcessingException e) {
      throw new MalformedLineException(file, number, "not JSON: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new MalformedLineException(file, number, e.getMessage(), e);
    }
  }

  private static ObjectNode objectIn(String line) throws JsonProcessingException {
    JsonNode node = MAPPER.readTree(line);
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("must be a JSON object, was " + node);
  }
}
