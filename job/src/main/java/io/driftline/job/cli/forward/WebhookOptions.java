package io.driftline.job.cli.forward;

import io.driftline.job.cli.CommandFailure;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where to, on the command line. What is secret comes from the environment. */
final class WebhookOptions {

  @ArgGroup(multiplicity = "1")
  private Url url;

  @Option(
      names = "--header",
      paramLabel = "NAME: VALUE",
      description = "on every request; visible in the list of processes. May be repeated")
  private List<String> headers = List.of();

  @Option(
      names = "--header-env",
      paramLabel = "NAME=VARIABLE",
      description = "on every request, with the value of an environment variable. May be repeated")
  private List<String> headersFromEnvironment = List.of();

  /** One of two ways to say the same. */
  private static final class Url {

    @Option(
        names = "--webhook",
        paramLabel = "URL",
        description = "where records are posted to, http or https")
    private String given;

    @Option(
        names = "--webhook-env",
        paramLabel = "VARIABLE",
        description = "the environment variable that holds the URL, if it is secret")
    private String variable;
  }

  /**
   * Where records are posted to.
   *
   * @throws CommandFailure if that is no URL of HTTP
   */
  Webhook webhook() {
    String text =
        url.given != null ? url.given : ExtraHeaders.variable(url.variable, System::getenv);
    return Webhook.parse(text);
  }

  /**
   * What goes with every request.
   *
   * @throws CommandFailure if an option is malformed or a variable is not set
   */
  ExtraHeaders headers() {
    return ExtraHeaders.of(headers, headersFromEnvironment, System::getenv);
  }
}
