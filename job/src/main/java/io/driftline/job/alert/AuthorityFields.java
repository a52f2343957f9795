package io.driftline.job.alert;

import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.alert.JsonFields.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.registry.Authority;
import java.io.IOException;

/** Writes with whose authority an agent acted. */
public final class AuthorityFields {

  private AuthorityFields() {}

  /** As the object {@code authority}, into an object that is open. */
  public static void write(JsonGenerator json, Authority authority) throws IOException {
    json.writeObjectFieldStart("authority");
    text(json, "verdict", authority.verdict().code());
    RequesterFields.write(json, authority.requester());
    if (!authority.chain().isEmpty()) {
      texts(json, "chain", authority.chain());
    }
    json.writeEndObject();
  }
}
