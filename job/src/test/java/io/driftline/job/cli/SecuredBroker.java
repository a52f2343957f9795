package io.driftline.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.cli.local.EmbeddedBroker;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Properties;

/** A broker that speaks TLS only, and only with who knows the password. */
final class SecuredBroker implements AutoCloseable {

  static final String USER = "driftline";

  /** In all that is secret here, and in no word that anybody says by chance. */
  static final String MARKER = "s3cr3tm4rk";

  static final String PASSWORD = MARKER + "-of-the-user";
  static final String STORE_PASSWORD = MARKER + "-of-the-store";

  private static final String LOGIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required"
          + " username=\"%s\" password=\"%s\"";

  private final EmbeddedBroker broker;
  private final Path trusted;

  private SecuredBroker(EmbeddedBroker broker, Path trusted) {
    this.broker = broker;
    this.trusted = trusted;
  }

  static SecuredBroker start(Path folder) throws Exception {
    Path keys = folder.resolve("keys.p12");
    Path trusted = folder.resolve("trusted.p12");
    makeKeys(keys);
    trust(keys, trusted);
    return new SecuredBroker(EmbeddedBroker.start(0, properties(keys, trusted)), trusted);
  }

  String servers() {
    return broker.bootstrapServers();
  }

  /** What a client needs, by Kafka's names. */
  Properties client(String password) {
    Properties client = new Properties();
    client.setProperty("security.protocol", "SASL_SSL");
    client.setProperty("sasl.mechanism", "PLAIN");
    client.setProperty("sasl.jaas.config", LOGIN.formatted(USER, password) + ";");
    client.setProperty("ssl.truststore.location", trusted.toString());
    client.setProperty("ssl.truststore.password", STORE_PASSWORD);
    return client;
  }

  @Override
  public void close() {
    broker.close();
  }

  private static Properties properties(Path keys, Path trusted) {
    Properties properties = new Properties();
    properties.setProperty(
        "listener.security.protocol.map", "PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT");
    properties.setProperty("inter.broker.listener.name", "PLAINTEXT");
    properties.setProperty("sasl.enabled.mechanisms", "PLAIN");
    properties.setProperty("sasl.mechanism.inter.broker.protocol", "PLAIN");
    properties.setProperty(
        "listener.name.plaintext.plain.sasl.jaas.config",
        LOGIN.formatted("broker", "own")
            + " user_broker=\"own\" user_%s=\"%s\";".formatted(USER, PASSWORD));
    properties.setProperty("ssl.keystore.location", keys.toString());
    properties.setProperty("ssl.keystore.password", STORE_PASSWORD);
    properties.setProperty("ssl.truststore.location", trusted.toString());
    properties.setProperty("ssl.truststore.password", STORE_PASSWORD);
    return properties;
  }

  private static void makeKeys(Path keys) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                STORE_PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes());
    assertThat(keytool.waitFor()).as(said).isZero();
  }

  private static void trust(Path keys, Path trusted) throws Exception {
    char[] password = STORE_PASSWORD.toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, password);
    }
    KeyStore certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, password);
    certificates.setCertificateEntry("broker", store.getCertificate("broker"));
    try (OutputStream out = Files.newOutputStream(trusted)) {
      certificates.store(out, password);
    }
  }
}
