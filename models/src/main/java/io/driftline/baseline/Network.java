package io.driftline.baseline;

/** The network part of an address: /24 for IPv4, /48 for IPv6. */
public final class Network {

  private static final int MAX_CHARS = 64;
  private static final int IPV6_GROUPS = 8;
  private static final int NETWORK_GROUPS = 3;

  private Network() {}

  /**
   * The network of {@code ip}; a port, brackets or a zone do not matter, and an IPv4 address
   * written as IPv6 counts as IPv4. What is no address stands for itself, up to 64 characters;
   * {@code null} for null.
   */
  public static String of(String ip) {
    if (ip == null) {
      return null;
    }
    String host = host(ip);
    int last = host.lastIndexOf(':');
    String network = isIpv4(host, last + 1) ? ipv4(host, last) : ipv6(host);
    return network != null ? network : ip.substring(0, Math.min(MAX_CHARS, ip.length()));
  }

  /** Without brackets, zone and port. */
  private static String host(String ip) {
    int close = ip.indexOf(']');
    if (ip.startsWith("[") && close > 0) {
      return host(ip.substring(1, close));
    }
    int colon = ip.indexOf(':');
    if (colon >= 0 && colon == ip.lastIndexOf(':')) {
      return ip.substring(0, colon);
    }
    int zone = ip.indexOf('%');
    return zone < 0 ? ip : ip.substring(0, zone);
  }

  private static String ipv4(String host, int lastColon) {
    boolean mapped = host.regionMatches(true, 0, "::ffff:", 0, lastColon + 1);
    return lastColon < 0 || (lastColon == 6 && mapped)
        ? host.substring(lastColon + 1, host.lastIndexOf('.')) + ".0/24"
        : null;
  }

  private static boolean isIpv4(String text, int from) {
    int dots = 0;
    int number = -1;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && number >= 0) {
        dots++;
        number = -1;
      } else if (c >= '0' && c <= '9' && number < 26) {
        number = Math.max(0, number) * 10 + c - '0';
      } else {
        return false;
      }
      if (number > 255) {
        return false;
      }
    }
    return dots == 3 && number >= 0;
  }

  /** The first three groups without leading zeros, {@code ::} written out; null if malformed. */
  private static String ipv6(String host) {
    int gap = host.indexOf("::");
    if (host.indexOf(':') < 0 || (gap >= 0 && host.indexOf("::", gap + 1) >= 0)) {
      return null;
    }
    String[] before = groups(gap < 0 ? host : host.substring(0, gap));
    String[] after = groups(gap < 0 ? "" : host.substring(gap + 2));
    int missing = IPV6_GROUPS - before.length - after.length;
    if (gap < 0 ? missing != 0 : missing < 1) {
      return null;
    }
    return network(before, after, missing);
  }

  private static String[] groups(String text) {
    return text.isEmpty() ? new String[0] : text.split(":", -1);
  }

  private static String network(String[] before, String[] after, int missing) {
    StringBuilder network = new StringBuilder();
    for (int i = 0; i < IPV6_GROUPS; i++) {
      int behind = i - before.length - missing;
      int group = i < before.length ? hex(before[i]) : behind < 0 ? 0 : hex(after[behind]);
      if (group < 0) {
        return null;
      }
      if (i < NETWORK_GROUPS) {
        network.append(Integer.toHexString(group)).append(':');
      }
    }
    return network.append(":/48").toString();
  }

  private static int hex(String group) {
    if (group.isEmpty() || group.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < group.length(); i++) {
      int digit = Character.digit(group.charAt(i), 16);
      value = digit < 0 || value < 0 ? -1 : value * 16 + digit;
    }
    return value;
  }
}
