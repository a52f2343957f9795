package io.driftline.job.ocsf;

import static io.driftline.job.alert.JsonFields.text;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.regex.Pattern;

/** Where a call came from. Events may hold anything there; OCSF takes addresses only. */
final class OcsfAddress {

  private static final int LONGEST = 39;
  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  private static final String GROUP = "[0-9A-Fa-f]{1,4}";
  private static final Pattern IPV6_FULL = Pattern.compile(GROUP + "(:" + GROUP + "){7}");
  private static final Pattern IPV6_SHORT =
      Pattern.compile(
          "(?=([0-9A-Fa-f]*:){2,7}[0-9A-Fa-f]*$)(%1$s(:%1$s)*)?::(%1$s(:%1$s)*)?".formatted(GROUP));

  private OcsfAddress() {}

  /** Into an object that is open: an address as such, anything else as a name. */
  static void write(JsonGenerator json, String source) throws IOException {
    text(json, isAddress(source) ? "ip" : "name", source);
  }

  static boolean isAddress(String source) {
    return source.length() <= LONGEST
        && (IPV4.matcher(source).matches()
            || IPV6_FULL.matcher(source).matches()
            || IPV6_SHORT.matcher(source).matches());
  }
}
