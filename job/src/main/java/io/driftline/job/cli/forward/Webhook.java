package io.driftline.job.cli.forward;

import io.driftline.job.cli.CommandFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where records are sent. Path and query may be secret, as those of chat services are, so only the
 * host is ever printed.
 */
record Webhook(URI uri) {

  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final String HINT = "give an absolute URL, http://… or https://…";

  /**
   * Reads a URL.
   *
   * @throws CommandFailure if it is none, not one of HTTP, or names a user
   */
  static Webhook parse(String url) {
    URI uri = uri(url.strip());
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme)) {
      throw new CommandFailure("the webhook is not a URL of http or https", HINT);
    }
    // An authority that cannot be taken apart has no host, and may hide a user.
    if (uri.getRawUserInfo() != null || String.valueOf(uri.getRawAuthority()).contains("@")) {
      throw new CommandFailure(
          "the URL of the webhook names a user", "give --header-env Authorization=VARIABLE");
    }
    if (uri.getHost() == null) {
      throw new CommandFailure("the URL of the webhook names no host", HINT);
    }
    return new Webhook(uri);
  }

  /** Scheme, host and port: what may be shown. */
  @Override
  public String toString() {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  private static URI uri(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException secret) {
      // Its message holds the whole URL.
      throw new CommandFailure("the URL of the webhook is malformed", HINT);
    }
  }
}
