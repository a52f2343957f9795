package io.driftline.job.ingest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.driftline.job.ingest.EventField.Shape;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Reads one event's fields off a JSON parser: known ones once each and of the right type, unknown
 * ones not at all.
 */
final class EventReader {

  private static final Map<String, EventField> EVENT = EventField.within(null);
  private static final Map<EventField, Map<String, EventField>> OBJECTS = objects();
  private static final int LONGEST_LONG = Long.toString(Long.MIN_VALUE).length();

  private final JsonParser json;
  private final EventValues values = new EventValues();
  private int seen;

  EventReader(JsonParser json) {
    this.json = json;
  }

  EventValues read() throws IOException, Refusal {
    JsonToken first = json.nextToken();
    if (first == null) {
      throw new Refusal(Rejection.EMPTY, "the record holds only white space; expected an event");
    }
    if (first != JsonToken.START_OBJECT) {
      throw new Refusal(
          Rejection.NOT_AN_OBJECT, "the record is " + found(first) + "; expected a JSON object");
    }
    readObject(EVENT);
    checkEnd();
    return values;
  }

  private void readObject(Map<String, EventField> fields) throws IOException, Refusal {
    for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      EventField field = fields.get(key);
      if (field == null) {
        json.skipChildren();
      } else {
        readField(field, token);
      }
    }
  }

  private void readField(EventField field, JsonToken token) throws IOException, Refusal {
    checkFirst(field);
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    switch (field.shape()) {
      case OBJECT -> {
        expect(field, token, JsonToken.START_OBJECT, "an object");
        readObject(OBJECTS.get(field));
      }
      case WHOLE_NUMBER -> values.setBytes(wholeNumber(field, token));
      case IDENTIFIER, FREE_TEXT, TIME -> values.set(field, text(field, token));
    }
  }

  private String text(EventField field, JsonToken token) throws IOException, Refusal {
    expect(field, token, JsonToken.VALUE_STRING, "a string");
    String text = json.getText();
    EventText.check(field, text);
    return text;
  }

  private long wholeNumber(EventField field, JsonToken token) throws IOException, Refusal {
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      throw number(Rejection.NUMBER_NOT_WHOLE, field);
    }
    expect(field, token, JsonToken.VALUE_NUMBER_INT, "a whole number");
    boolean fits =
        json.getTextLength() <= LONGEST_LONG
            && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    if (!fits || json.getLongValue() < 0) {
      throw number(Rejection.NUMBER_OUT_OF_RANGE, field);
    }
    return json.getLongValue();
  }

  private Refusal number(Rejection reason, EventField field) throws IOException {
    return new Refusal(
        reason,
        field.path()
            + " is "
            + Excerpt.quoted(json.getText())
            + "; expected a whole number from 0 to 9223372036854775807 in plain digits");
  }

  private void checkFirst(EventField field) throws Refusal {
    int bit = 1 << field.ordinal();
    if ((seen & bit) != 0) {
      throw new Refusal(
          Rejection.DUPLICATE_FIELD, field.path() + " occurs twice; expected it once");
    }
    seen |= bit;
  }

  private static void expect(
      EventField field, JsonToken token, JsonToken expected, String expectedText) throws Refusal {
    if (token != expected) {
      throw new Refusal(
          Rejection.WRONG_TYPE,
          field.path() + " is " + found(token) + "; expected " + expectedText);
    }
  }

  private void checkEnd() throws IOException, Refusal {
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

  private static String found(JsonToken token) {
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

  private static Map<EventField, Map<String, EventField>> objects() {
    Map<EventField, Map<String, EventField>> objects = new EnumMap<>(EventField.class);
    for (EventField field : EventField.values()) {
      if (field.shape() == Shape.OBJECT) {
        objects.put(field, EventField.within(field));
      }
    }
    return objects;
  }
}
