package io.driftline.job.cli.forward;

import io.driftline.job.cli.CommandFailure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Headers that the user wants on every request, by name. Their values may be secret, so no error
 * and no text ever holds one.
 */
final class ExtraHeaders {

  /** A token of RFC 9110, section 5.6.2. */
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]*");

  /** Set by every request itself, or by the client below it. */
  private static final Set<String> TAKEN =
      Set.of(
          "content-type",
          "idempotency-key",
          "x-driftline-agent",
          "x-driftline-schema",
          "connection",
          "content-length",
          "expect",
          "host",
          "transfer-encoding",
          "upgrade");

  private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /**
   * Reads the options.
   *
   * @param given each {@code Name: value}
   * @param fromEnvironment each {@code Name=VARIABLE}
   * @param environment the value of a variable, {@code null} if it is not set
   * @throws CommandFailure if one is malformed, given twice or not to be set by the user
   */
  static ExtraHeaders of(
      List<String> given, List<String> fromEnvironment, UnaryOperator<String> environment) {
    ExtraHeaders headers = new ExtraHeaders();
    for (String header : given) {
      String[] parts = split(header, ":", "--header", "Name: value");
      headers.add(parts[0], parts[1]);
    }
    for (String header : fromEnvironment) {
      String[] parts = split(header, "=", "--header-env", "Name=VARIABLE");
      headers.add(parts[0], variable(parts[1], environment));
    }
    return headers;
  }

  /**
   * The value of an environment variable.
   *
   * @throws CommandFailure if it is not set
   */
  static String variable(String name, UnaryOperator<String> environment) {
    String value = environment.apply(name);
    if (value == null || value.isBlank()) {
      throw new CommandFailure("environment variable " + name + " is not set", "export it");
    }
    return value.strip();
  }

  Map<String, String> values() {
    return values;
  }

  /** The names only. */
  @Override
  public String toString() {
    return values.keySet().toString();
  }

  private void add(String name, String value) {
    if (TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
      throw new CommandFailure("header " + name + " is not yours to set", "leave it out");
    }
    if (!VALUE.matcher(value).matches()) {
      throw new CommandFailure(
          "the value of header " + name + " has characters that HTTP does not allow",
          "printable ASCII only");
    }
    if (values.put(name, value) != null) {
      throw new CommandFailure("header " + name + " is given twice", "give it once");
    }
  }

  private static String[] split(String header, String separator, String option, String form) {
    int end = header.indexOf(separator);
    if (end < 0 || !NAME.matcher(header.substring(0, end)).matches()) {
      throw new CommandFailure("one " + option + " is malformed", "give \"" + form + "\"");
    }
    return new String[] {header.substring(0, end), header.substring(end + 1).strip()};
  }
}
