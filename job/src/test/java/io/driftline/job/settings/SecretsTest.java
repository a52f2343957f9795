package io.driftline.job.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.config.DriftlineOptions;
import java.util.List;
import java.util.Properties;
import org.apache.flink.configuration.ConfigOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  private static final String KAFKA = DriftlineOptions.KAFKA_PROPERTIES;

  @ParameterizedTest
  @ValueSource(
      strings = {
        KAFKA + "sasl.jaas.config",
        KAFKA + "ssl.keystore.password",
        KAFKA + "ssl.key.password",
        KAFKA + "ssl.truststore.password",
        KAFKA + "ssl.keystore.key",
        KAFKA + "ssl.keystore.certificate.chain",
        KAFKA + "ssl.truststore.certificates",
        KAFKA + "sasl.oauthbearer.client.credentials.client.secret",
        KAFKA + "config.providers.vault.param.token",
        "driftline.kafka.propertis.sasl.jaas.config",
        "s3.secret-key",
        "fs.azure.account.key.store"
      })
  void passwordsAndKeysAreSecret(String key) {
    assertThat(Secrets.isSecret(key)).isTrue();
    assertThat(new Setting(key, "marker", Origin.DEFAULT).toString()).doesNotContain("marker");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        KAFKA + "security.protocol",
        KAFKA + "ssl.keystore.location",
        KAFKA + "ssl.truststore.type",
        KAFKA + "sasl.mechanism",
        KAFKA + "config.providers",
        "execution.checkpointing.interval"
      })
  void whatIsNotSecretIsShown(String key) {
    assertThat(Secrets.mask(key, "x")).isEqualTo("x");
  }

  @Test
  void noneOfDriftlinesOptionsIsSecret() {
    assertThat(DriftlineOptions.all())
        .extracting(ConfigOption::key)
        .noneMatch(key -> Secrets.isSecret(key));
  }

  @Test
  void passwordsInAddressesAreMasked() {
    assertThat(Secrets.mask("some.endpoint", "https://ana:marker@host/path"))
        .isEqualTo("https://******@host/path");
  }

  @Test
  void piecesOfASecretAreTakenOutOfAText() {
    Properties client = new Properties();
    client.setProperty(
        "sasl.jaas.config", "x.Login required username=\"ana\" password=\"mar;ker\";");
    client.setProperty("security.protocol", "SASL_SSL");

    assertThat(Secrets.redact("flag 'ker' of SASL_SSL, of mar;ker", client))
        .isEqualTo("flag 'ker' of SASL_SSL, of mar;ker".replace("mar;ker", "******"));
    assertThat(Secrets.redact("invalid flag 'Login'", client)).isEqualTo("invalid flag '******'");
  }

  @Test
  void everyTextOfSettingsIsFreeOfSecrets() {
    Setting secret = new Setting(KAFKA + "ssl.key.password", "marker", Origin.flag("--x"));

    assertThat(Secrets.redact("a marker", List.of(secret))).isEqualTo("a ******");
  }
}
