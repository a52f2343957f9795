package io.driftline.job.cli.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.driftline.job.cli.CommandFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {

  @Test
  void showsTheHostOnly() {
    Webhook webhook = Webhook.parse(" https://hooks.example:8443/T0/secret?token=secret ");
    assertThat(webhook.uri().getPath()).isEqualTo("/T0/secret");
    assertThat(webhook).hasToString("https://hooks.example:8443");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:secret@host/x",
        "http://secret@host/x",
        "http://us er:secret@host/x",
        "http://secret@ho_st:1/x",
        "ftp://host/secret",
        "file:///secret",
        "host/secret",
        "http:///secret",
        "http://host/secret {x}",
        "secret"
      })
  void refusesOthersWithoutRepeatingThem(String url) {
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> Webhook.parse(url))
        .withMessageNotContaining("secret")
        .withNoCause();
  }
}
