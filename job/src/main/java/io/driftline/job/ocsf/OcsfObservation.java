package io.driftline.job.ocsf;

import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.ocsf.OcsfFields.item;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * Something that was observed, or is usual.
 *
 * @param parameter what was looked at
 * @param type in which unit or respect; {@code null} if that says itself
 * @param value the number or sentence
 * @param pattern what that means; {@code null} for no word
 */
record OcsfObservation(String parameter, String type, String value, String pattern) {

  void write(JsonGenerator json) throws IOException {
    text(json, "observation_parameter", parameter);
    text(json, "observation_type", type);
    json.writeArrayFieldStart("observations");
    item(json, it -> text(it, "value", value));
    json.writeEndArray();
    text(json, "observed_pattern", pattern);
  }
}
