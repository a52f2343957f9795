package io.driftline.job.ingest;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * One JSON object per record, in UTF-8 and within the limits of {@link ActivityContract}: what all
 * contracts ask of a record before they look at its fields.
 */
public final class StrictJson {

  private static final JsonFactory JSON = factory();
  private static final ObjectReader TREE =
      new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private StrictJson() {}

  /** Reads a record off a parser that stands before its first token. */
  @FunctionalInterface
  interface Reading<T> {
    T read(JsonParser json) throws IOException, Refusal;
  }

  /**
   * The object in a record; no field occurs twice in it.
   *
   * @throws Refusal if the record holds anything else
   */
  public static ObjectNode object(byte[] record) throws Refusal {
    return read(record, StrictJson::tree);
  }

  static <T> T read(byte[] record, Reading<T> reading) throws Refusal {
    checkBytes(record);
    int start = Utf8.byteOrderMark(record);
    try (JsonParser json = JSON.createParser(record, start, record.length - start)) {
      return reading.read(json);
    } catch (StreamConstraintsException e) {
      // Depth is the only constraint that a record of permitted size can break: see factory().
      throw new Refusal(
          Rejection.TOO_DEEP,
          "objects and arrays are nested more than "
              + ActivityContract.MAX_NESTING
              + " deep; expected at most that");
    } catch (JsonProcessingException e) {
      throw notJson(e.getOriginalMessage(), e.getLocation().getByteOffset() + start);
    } catch (IOException | RuntimeException e) {
      // A fault in the parser on hostile input must cost one record, not the job.
      throw notJson("the parser failed with " + e.getClass().getSimpleName(), start);
    }
  }

  /** Moves on to the first token of the record, which begins an object. */
  static void requireObject(JsonParser json) throws IOException, Refusal {
    JsonToken first = json.nextToken();
    if (first == null) {
      throw new Refusal(
          Rejection.EMPTY, "the record holds only white space; expected a JSON object");
    }
    if (first != JsonToken.START_OBJECT) {
      throw new Refusal(
          Rejection.NOT_AN_OBJECT, "the record is " + found(first) + "; expected a JSON object");
    }
  }

  /** Makes sure that nothing follows the object. */
  static void requireEnd(JsonParser json) throws IOException, Refusal {
    boolean ended;
    try {
      ended = json.nextToken() == null;
    } catch (JsonParseException e) {
      ended = false;
    }
    if (!ended) {
      throw new Refusal(
          Rejection.TRAILING_CONTENT,
          "something follows the object at byte "
              + json.currentTokenLocation().getByteOffset()
              + "; expected one object per record");
    }
  }

  /** What a token begins, for messages. */
  static String found(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      case VALUE_NULL -> "null";
      default -> token.name();
    };
  }

  private static ObjectNode tree(JsonParser json) throws IOException, Refusal {
    requireObject(json);
    ObjectNode object;
    try {
      object = TREE.readValue(json, ObjectNode.class);
    } catch (MismatchedInputException e) {
      throw new Refusal(
          Rejection.DUPLICATE_FIELD,
          Excerpt.quoted(json.currentName()) + " occurs twice in one object; expected it once");
    }
    requireEnd(json);
    return object;
  }

  private static void checkBytes(byte[] record) throws Refusal {
    if (record.length == 0) {
      throw new Refusal(Rejection.EMPTY, "the record has no bytes; expected a JSON object");
    }
    if (record.length > ActivityContract.MAX_RECORD_BYTES) {
      throw Refusal.tooLarge(record.length);
    }
    int malformed = Utf8.firstMalformed(record);
    if (malformed >= 0) {
      throw new Refusal(
          Rejection.NOT_UTF8, "byte " + malformed + " begins no character; expected UTF-8");
    }
  }

  private static Refusal notJson(String fault, long offset) {
    return new Refusal(
        Rejection.NOT_JSON, Excerpt.printable(fault) + " (byte " + offset + "); expected JSON");
  }

  private static JsonFactory factory() {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(ActivityContract.MAX_NESTING)
            .maxNumberLength(ActivityContract.MAX_RECORD_BYTES)
            .maxStringLength(ActivityContract.MAX_RECORD_BYTES)
            .maxNameLength(ActivityContract.MAX_RECORD_BYTES)
            .build();
    return new JsonFactoryBuilder()
        // UTF-16 and UTF-32 would slip past the check for well-formed UTF-8.
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        // Names of unknown fields are the sender's choice and must not fill the string pool.
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .streamReadConstraints(constraints)
        .errorReportConfiguration(
            ErrorReportConfiguration.builder().maxErrorTokenLength(Excerpt.MAX_LENGTH).build())
        .build();
  }
}
