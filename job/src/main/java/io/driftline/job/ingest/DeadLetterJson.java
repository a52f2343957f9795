package io.driftline.job.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes dead letters as JSON; published as {@code schemas/dead-letter-v1.schema.json}. */
public final class DeadLetterJson {

  /** Names the layout in every object written. */
  public static final String SCHEMA = "driftline.dead-letter/1";

  private static final JsonFactory JSON = new JsonFactory();

  private DeadLetterJson() {}

  /** One JSON object in UTF-8, without a line break. */
  public static byte[] write(DeadLetter letter) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512 + letter.original().length * 4 / 3);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("schema", SCHEMA);
      json.writeStringField("reason", letter.reason().code());
      json.writeStringField("message", letter.message());
      writePosition(json, letter.position());
      writeOriginal(json, letter);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return out.toByteArray();
  }

  private static void writePosition(JsonGenerator json, SourcePosition position)
      throws IOException {
    json.writeStringField("source", position.source());
    if (position.hasPartition()) {
      json.writeNumberField("partition", position.partition());
    } else {
      json.writeNullField("partition");
    }
    json.writeNumberField("offset", position.offset());
  }

  private static void writeOriginal(JsonGenerator json, DeadLetter letter) throws IOException {
    json.writeNumberField("size", letter.size());
    json.writeStringField("sha256", letter.sha256());
    json.writeBooleanField("truncated", letter.truncated());
    json.writeBinaryField("original_base64", letter.original());
  }
}
