package io.driftline.job.ocsf;

import static io.driftline.job.alert.JsonFields.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.job.alert.OutputJson;
import io.driftline.posture.Severity;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** Fields that records of all kinds share, and how objects nest. */
final class OcsfFields {

  static final String VERSION = "1.8.0";

  private static final int CATEGORY = 2;
  private static final int CLASS = 2004;
  private static final String CLASS_NAME = "Detection Finding";
  private static final int TYPES_PER_CLASS = 100;

  private OcsfFields() {}

  /** Writes one element of an array. */
  @FunctionalInterface
  interface Item<T> {
    void write(JsonGenerator json, T item) throws IOException;
  }

  /** An object under a key. */
  static void object(JsonGenerator json, String key, OutputJson.Fields fields) throws IOException {
    json.writeFieldName(key);
    item(json, fields);
  }

  /** An object in an array. */
  static void item(JsonGenerator json, OutputJson.Fields fields) throws IOException {
    json.writeStartObject();
    fields.write(json);
    json.writeEndObject();
  }

  /** An array of objects; left out if there are none. */
  static <T> void objects(JsonGenerator json, String key, Collection<T> items, Item<T> item)
      throws IOException {
    if (!items.isEmpty()) {
      json.writeArrayFieldStart(key);
      for (T each : items) {
        item(json, it -> item.write(it, each));
      }
      json.writeEndArray();
    }
  }

  /** What every record begins with. */
  static void head(JsonGenerator json, OcsfHead head) throws IOException {
    OcsfActivity activity = head.activity();
    coded(json, "activity", activity.id(), "activity_name", activity.caption());
    json.writeNumberField("category_uid", CATEGORY);
    text(json, "category_name", "Findings");
    json.writeNumberField("class_uid", CLASS);
    text(json, "class_name", CLASS_NAME);
    json.writeNumberField("type_uid", CLASS * TYPES_PER_CLASS + activity.id());
    text(json, "type_name", CLASS_NAME + ": " + activity.caption());
    severity(json, head.severity());
    coded(json, "status", head.status().id(), "status", head.status().caption());
    json.writeNumberField("time", head.time());
    object(json, "metadata", it -> metadata(it, head));
    text(json, "message", head.message());
  }

  private static void metadata(JsonGenerator json, OcsfHead head) throws IOException {
    text(json, "version", VERSION);
    text(json, "uid", head.uid());
    text(json, "event_code", head.kind());
    object(json, "product", OcsfFields::product);
  }

  /** Who says so. */
  static void product(JsonGenerator json) throws IOException {
    text(json, "name", "Driftline");
    text(json, "vendor_name", "Driftline");
  }

  /** Number and caption; informational for {@code null}. */
  static void severity(JsonGenerator json, Severity severity) throws IOException {
    if (severity == null) {
      coded(json, "severity", 1, "severity", "Informational");
      return;
    }
    switch (severity) {
      case LOW -> coded(json, "severity", 2, "severity", "Low");
      case MEDIUM -> coded(json, "severity", 3, "severity", "Medium");
      case HIGH -> coded(json, "severity", 4, "severity", "High");
      case CRITICAL -> coded(json, "severity", 5, "severity", "Critical");
    }
  }

  /** A number of OCSF's under {@code key_id}, and what OCSF calls it. */
  static void coded(JsonGenerator json, String key, int id, String captionKey, String caption)
      throws IOException {
    json.writeNumberField(key + "_id", id);
    text(json, captionKey, caption);
  }

  /** What found it. */
  static void analytic(JsonGenerator json, OcsfAnalytic type, String uid, String name)
      throws IOException {
    coded(json, "type", type.id(), "type", type.caption());
    text(json, "uid", uid);
    text(json, "name", name);
  }

  /** What made it worse; left out if nothing did. */
  static void riskDetails(JsonGenerator json, List<String> reasons) throws IOException {
    text(json, "risk_details", reasons.isEmpty() ? null : String.join(" ", reasons));
  }
}
