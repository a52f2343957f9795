package io.driftline.job.alert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * How every output is written. All is ASCII: nothing in an event reaches a terminal other than as
 * an escape.
 */
public final class OutputJson {

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .characterEscapes(new DeleteEscape())
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private OutputJson() {}

  /** Writes the fields of an object. */
  @FunctionalInterface
  public interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  /** One JSON object without a line break. */
  public static byte[] object(Fields fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return out.toByteArray();
  }
}
