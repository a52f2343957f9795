package io.driftline.job.ingest;

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
    StrictJson.requireObject(json);
    readObject(EVENT);
    StrictJson.requireEnd(json);
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
          field.path() + " is " + StrictJson.found(token) + "; expected " + expectedText);
    }
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
