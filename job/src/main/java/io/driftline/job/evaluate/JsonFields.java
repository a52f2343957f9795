package io.driftline.job.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The fields of one JSON object, each read as the type it must have. Whatever is not asked for is
 * ignored; whatever is missing or of another type is refused by an {@link IllegalArgumentException}
 * that names the field.
 */
record JsonFields(ObjectNode object) {

  /** A text that must be there and not be empty. */
  String text(String field) {
    String text = optionalText(field);
    if (text == null) {
      throw fault(field, "must be a text that is not empty");
    }
    return text;
  }

  /** A text, or {@code null} if it is absent, null or empty. */
  String optionalText(String field) {
    JsonNode value = object.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw fault(field, "must be a text");
    }
    return value.textValue().isEmpty() ? null : value.textValue();
  }

  boolean bool(String field) {
    JsonNode value = object.path(field);
    if (!value.isBoolean()) {
      throw fault(field, "must be true or false");
    }
    return value.booleanValue();
  }

  double number(String field) {
    JsonNode value = object.path(field);
    if (!value.isNumber()) {
      throw fault(field, "must be a number");
    }
    return value.doubleValue();
  }

  /** An array of texts, each not empty; what is listed twice counts once. */
  Set<String> texts(String field) {
    JsonNode value = object.path(field);
    if (!value.isArray()) {
      throw fault(field, "must be an array of texts");
    }
    Set<String> texts = new LinkedHashSet<>();
    for (JsonNode item : value) {
      if (!item.isTextual() || item.textValue().isEmpty()) {
        throw fault(field, "must hold only texts that are not empty");
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  /** What to throw when a field breaks a rule; the message quotes the value found. */
  IllegalArgumentException fault(String field, String rule) {
    JsonNode value = object.path(field);
    return new IllegalArgumentException(
        field + " " + rule + (value.isMissingNode() ? ", but is missing" : ", was " + value));
  }
}
