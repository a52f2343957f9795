package io.driftline.job.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.driftline.job.ingest.ActivityContract;
import io.driftline.job.ingest.ByteLines;
import io.driftline.job.ingest.Line;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
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
    try (InputStream in = Files.newInputStream(file)) {
      ByteLines lines = new ByteLines(in, ActivityContract.MAX_RECORD_BYTES);
      for (Line line = lines.next(); line != null; line = lines.next()) {
        String text = text(file, line);
        if (!text.isBlank()) {
          parsed.add(parse(file, line.number(), text, parser));
        }
      }
    }
    return parsed;
  }

  private static String text(Path file, Line line) throws MalformedLineException {
    if (!line.isWhole()) {
      throw new MalformedLineException(
          file,
          line.number(),
          "longer than %d bytes".formatted(ActivityContract.MAX_RECORD_BYTES),
          null);
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(line.head())).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedLineException(file, line.number(), "not UTF-8", e);
    }
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
