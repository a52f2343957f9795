package io.driftline.job.cli.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.cli.Driftline;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardCommandTest {

  private static final String WEBHOOK = "--webhook=http://localhost:1/secret";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int forward(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--debug", "forward"));
    all.add("--bootstrap-servers=localhost:1");
    all.addAll(List.of(arguments));
    return Driftline.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
  }

  @Test
  void wantsExactlyOneWebhook() {
    assertThat(forward()).isEqualTo(2);
    assertThat(forward(WEBHOOK, "--webhook-env=PATH")).isEqualTo(2);
    assertThat(err.toString()).contains("--webhook");
  }

  @Test
  void refusesAUserInTheUrlAndTellsNothingOfIt() {
    assertThat(forward("--webhook=http://user:secret@localhost:1/")).isEqualTo(1);
    assertThat(err.toString())
        .contains("the URL of the webhook names a user")
        .doesNotContain("secret");
  }

  @Test
  void refusesVariablesThatAreNotSet() {
    assertThat(forward("--webhook-env=DRIFTLINE_ABSENT")).isEqualTo(1);
    assertThat(forward(WEBHOOK, "--header-env=X=DRIFTLINE_ABSENT")).isEqualTo(1);
    assertThat(err.toString().lines())
        .filteredOn(line -> line.startsWith("driftline: "))
        .hasSize(2)
        .allMatch(line -> line.contains("environment variable DRIFTLINE_ABSENT is not set"));
  }

  @Test
  void refusesAHeaderThatItSetsItself() {
    assertThat(forward(WEBHOOK, "--header=Idempotency-Key: secret")).isEqualTo(1);
    assertThat(err.toString()).contains("Idempotency-Key is not yours").doesNotContain("secret");
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThat(forward(WEBHOOK, "--concurrency=0")).isEqualTo(1);
    assertThat(forward(WEBHOOK, "--timeout=0s")).isEqualTo(1);
    assertThat(forward(WEBHOOK, "--max-attempts=-1")).isEqualTo(1);
    assertThat(err.toString())
        .contains("--concurrency must be", "--timeout must be", "--max-attempts must be");
  }

  @Test
  void forwardsNoTopicToItself() {
    assertThat(forward(WEBHOOK, "--topic=x", "--dead-letter-topic=x")).isEqualTo(1);
    assertThat(err.toString()).contains("topic x would be forwarded to itself");
  }

  @Test
  void knowsTheKinds() {
    assertThat(forward(WEBHOOK, "--kind=incident,rumour")).isEqualTo(2);
    assertThat(err.toString()).contains("rumour");
  }

  @Test
  void tellsNothingSecretIfNoBrokerAnswers() {
    assertThat(forward(WEBHOOK, "--header=Authorization: secret", "--kind=anomaly,drift"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("no Kafka broker answers").doesNotContain("secret");
    assertThat(out.toString()).doesNotContain("secret");
  }
}
