package io.driftline.job.alert;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Fields the way the outputs write them. */
public final class JsonFields {

  private static final int DECIMALS = 4;

  private JsonFields() {}

  /** Leaves the field out if there is no text. */
  public static void text(JsonGenerator json, String key, String text) throws IOException {
    if (text != null) {
      json.writeStringField(key, text);
    }
  }

  /** An array, also if it is empty. */
  public static void texts(JsonGenerator json, String key, List<String> texts) throws IOException {
    json.writeArrayFieldStart(key);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /** As {@link #decimal} writes it. */
  public static void real(JsonGenerator json, String key, double value) throws IOException {
    json.writeFieldName(key);
    json.writeNumber(decimal(value));
  }

  /**
   * Rounded to four decimals. Exact decimal arithmetic: which digits {@code Double.toString} finds
   * shortest depends on the JDK.
   */
  public static String decimal(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.stripTrailingZeros().toPlainString();
  }
}
