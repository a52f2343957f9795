package io.driftline.job.alert;

import static io.driftline.job.alert.JsonFields.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.activity.Requester;
import java.io.IOException;

/** Writes on whose behalf an agent acted. */
public final class RequesterFields {

  private RequesterFields() {}

  /** As the object {@code requester}, into an object that is open; nothing for {@code null}. */
  public static void write(JsonGenerator json, Requester requester) throws IOException {
    if (requester != null) {
      json.writeObjectFieldStart("requester");
      text(json, "id", requester.id());
      text(json, "type", requester.type() == null ? null : requester.type().code());
      json.writeEndObject();
    }
  }
}
