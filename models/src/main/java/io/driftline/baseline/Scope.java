package io.driftline.baseline;

import java.util.Locale;
import java.util.TreeSet;

/**
 * The part of a resource name that tends to recur: where new names still fall into known places.
 *
 * <p>A URL gives its host, without user, password and port; addresses give their domains, each once
 * and sorted, so that a usual recipient cannot hide an unusual one; a path gives its first two
 * segments; anything else its first 24 characters. A leading {@code name=} (how a tool argument is
 * written) is kept apart, so that a path and a query never share a scope.
 */
public final class Scope {

  private static final int PREFIX_CHARS = 24;
  private static final int MAX_CHARS = 64;

  private Scope() {}

  /** The scope of {@code resource}, at most 64 characters; {@code null} for {@code null}. */
  public static String of(String resource) {
    if (resource == null) {
      return null;
    }
    int start = afterArgumentName(resource);
    String scope = resource.substring(0, start) + place(resource.substring(start));
    return first(MAX_CHARS, scope);
  }

  /**
   * The outermost folder that a path lies in, at most 64 characters: {@code people} of {@code
   * /people/budget/2026/a.csv}. {@code null} for what is no path with a folder: a URL, an address,
   * a bare name.
   */
  public static String folder(String resource) {
    if (resource == null || resource.contains("://") || resource.indexOf('@') >= 0) {
      return null;
    }
    String path = resource.substring(afterArgumentName(resource));
    if (looksLikeHost(path)) {
      return null;
    }
    int start = startOfPath(path);
    int end = segmentEnd(path, start);
    return end == path.length() || end == start
        ? null
        : first(MAX_CHARS, path.substring(start, end));
  }

  private static int afterArgumentName(String resource) {
    int i = 0;
    while (i < resource.length() && isNamePart(resource.charAt(i))) {
      i++;
    }
    return i > 0 && i < resource.length() && resource.charAt(i) == '=' ? i + 1 : 0;
  }

  private static boolean isNamePart(char c) {
    return c == '_' || c == '-' || Character.isLetterOrDigit(c);
  }

  private static String place(String text) {
    int scheme = text.indexOf("://");
    if (scheme > 0) {
      return placeInUrl(text.substring(scheme + 3));
    }
    String domains = text.indexOf('@') < 0 ? "" : domains(text);
    if (!domains.isEmpty()) {
      return domains;
    }
    if (looksLikeHost(text)) {
      return host(text);
    }
    return placeInPath(text);
  }

  private static String placeInPath(String text) {
    int path = startOfPath(text);
    return path == 0 && segmentEnd(text, 0) == text.length()
        ? first(PREFIX_CHARS, text)
        : firstSegments(text, path, 2);
  }

  /** A URL without host, as {@code file:///etc/hosts}, is a path. */
  private static String placeInUrl(String afterScheme) {
    String host = host(afterScheme);
    return host.isEmpty() ? placeInPath(afterScheme) : host;
  }

  private static String host(String afterScheme) {
    int end = 0;
    while (end < afterScheme.length() && "/?#".indexOf(afterScheme.charAt(end)) < 0) {
      end++;
    }
    int start = afterScheme.lastIndexOf('@', end - 1) + 1;
    return withoutPort(afterScheme.substring(start, end)).toLowerCase(Locale.ROOT);
  }

  private static String withoutPort(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
  }

  private static String domains(String text) {
    TreeSet<String> domains = new TreeSet<>();
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      String domain = domainAfter(text, at + 1);
      if (!domain.isEmpty()) {
        domains.add(domain);
      }
    }
    return domains.size() == 1 ? domains.first() : String.join(",", domains);
  }

  /** A domain ends at the first character that no host name has. */
  private static String domainAfter(String text, int from) {
    int end = from;
    while (end < text.length() && isHostPart(text.charAt(end))) {
      end++;
    }
    return text.substring(from, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isHostPart(char c) {
    return c == '.' || c == '-' || Character.isLetterOrDigit(c);
  }

  private static boolean looksLikeHost(String text) {
    int slash = text.indexOf('/');
    String host = slash < 0 ? text : text.substring(0, slash);
    int dot = host.lastIndexOf('.');
    if (dot <= 0 || host.length() - dot < 3 || host.indexOf(' ') >= 0) {
      return false;
    }
    return slash > 0 || host.startsWith("www.");
  }

  /** Behind leading separators or a drive such as {@code C:\}. */
  private static int startOfPath(String text) {
    int start = text.length() > 2 && text.charAt(1) == ':' && isSeparator(text.charAt(2)) ? 2 : 0;
    while (start < text.length() && isSeparator(text.charAt(start))) {
      start++;
    }
    return start;
  }

  private static String firstSegments(String text, int start, int segments) {
    int end = segmentEnd(text, start);
    for (int i = 1; i < segments && end < text.length(); i++) {
      end = segmentEnd(text, end + 1);
    }
    return text.substring(0, end);
  }

  private static int segmentEnd(String text, int from) {
    int end = from;
    while (end < text.length() && !isSeparator(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isSeparator(char c) {
    return c == '/' || c == '\\';
  }

  private static String first(int chars, String text) {
    return text.length() <= chars ? text : text.substring(0, chars);
  }
}
