package io.driftline.job.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a schema of an output takes back of what its released copy promised to readers. Within a
 * version fields may be added, required or not; codes may be added to lists that are not closed;
 * descriptions may be put better. All else that is said of a field stays as it is.
 */
final class SchemaCompatibility {

  /** Lists of which readers may rely on there being no more. */
  static final Set<String> CLOSED = Set.of("severity", "status", "change");

  /** What may change freely, or is compared in its own way. */
  private static final Set<String> OTHERWISE =
      Set.of(
          "$schema",
          "$id",
          "$ref",
          "$defs",
          "title",
          "description",
          "additionalProperties",
          "properties",
          "required",
          "items",
          "enum",
          "examples",
          "type");

  private final JsonNode released;
  private final JsonNode current;
  private final List<String> breaks = new ArrayList<>();

  private SchemaCompatibility(JsonNode released, JsonNode current) {
    this.released = released;
    this.current = current;
  }

  /** Each thing that would break a reader, with its place; empty if nothing would. */
  static List<String> breaks(JsonNode released, JsonNode current) {
    SchemaCompatibility comparison = new SchemaCompatibility(released, current);
    comparison.compare("", "", released, current);
    return comparison.breaks;
  }

  private void compare(String path, String field, JsonNode wasGiven, JsonNode isGiven) {
    JsonNode was = resolved(released, wasGiven);
    JsonNode is = resolved(current, isGiven);
    compareTypes(path, was, is);
    compareRest(path, was, is);
    compareLists(path, field, was, is);
    for (String each : missing(was.path("required"), is.path("required"))) {
      breaks.add(path + "/" + each + " is no longer always there");
    }
    was.path("properties")
        .properties()
        .forEach(property -> compareProperty(path, property.getKey(), property.getValue(), is));
    if (was.has("items")) {
      compare(path + "[]", field, was.get("items"), is.path("items"));
    }
  }

  private void compareProperty(String path, String name, JsonNode was, JsonNode owner) {
    JsonNode is = owner.path("properties").path(name);
    if (is.isMissingNode()) {
      breaks.add(path + "/" + name + " is gone");
    } else {
      compare(path + "/" + name, name, was, is);
    }
  }

  private void compareTypes(String path, JsonNode was, JsonNode is) {
    if (!texts(was.path("type")).equals(texts(is.path("type")))) {
      breaks.add(path + ": type was " + was.path("type") + ", is " + is.path("type"));
    }
  }

  /** Bounds, patterns, formats, and whatever else a schema may say. */
  private void compareRest(String path, JsonNode was, JsonNode is) {
    Set<String> keywords = new TreeSet<>();
    was.fieldNames().forEachRemaining(keywords::add);
    is.fieldNames().forEachRemaining(keywords::add);
    keywords.removeAll(OTHERWISE);
    for (String keyword : keywords) {
      if (!was.path(keyword).equals(is.path(keyword))) {
        breaks.add(
            "%s: %s was %s, is %s".formatted(path, keyword, was.get(keyword), is.get(keyword)));
      }
    }
  }

  private void compareLists(String path, String field, JsonNode was, JsonNode is) {
    if (was.has("enum") != is.has("enum")) {
      breaks.add(path + ": values were " + was.get("enum") + ", are " + is.get("enum"));
      return;
    }
    for (String each : missing(was.path("enum"), is.path("enum"))) {
      breaks.add(path + ": value " + each + " is gone");
    }
    // The codes of an open list: as with enum, new ones may be added.
    for (String each : missing(was.path("examples"), is.path("examples"))) {
      breaks.add(path + ": example " + each + " is gone");
    }
    if (CLOSED.contains(field)) {
      for (String each : missing(is.path("enum"), was.path("enum"))) {
        breaks.add(path + ": value " + each + " is new in a closed list");
      }
    }
  }

  private static Set<String> missing(JsonNode wanted, JsonNode given) {
    Set<String> missing = texts(wanted);
    missing.removeAll(texts(given));
    return missing;
  }

  /** Of an array or a single text, in any order. */
  private static Set<String> texts(JsonNode node) {
    Set<String> texts = new TreeSet<>();
    if (node.isTextual()) {
      texts.add(node.asText());
    }
    node.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static JsonNode resolved(JsonNode root, JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode() ? node : root.at(reference.asText().substring(1));
  }
}
