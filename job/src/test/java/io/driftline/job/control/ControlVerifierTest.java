package io.driftline.job.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.driftline.job.ingest.Rejection;
import io.driftline.job.ingest.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlVerifierTest {

  private static final byte[] MESSAGE =
      "{\"type\":\"unsuppress\",\"id\":\"s\",\"time\":\"1970-01-01T00:00:00Z\"}".getBytes(UTF_8);

  @TempDir private Path folder;

  private final KeyPair pair = ControlKeys.generate();
  private final ControlVerifier verifier = new ControlVerifier(pair.getPublic());

  @Test
  void whatIsSignedForTheTopicIsTaken() {
    ControlRecord record = decode(MESSAGE, ControlKeys.sign(pair.getPrivate(), "control", MESSAGE));
    assertThat(record.suppression()).isNotNull();
    assertThat(record.origin().signer()).isEqualTo(ControlKeys.fingerprint(pair.getPublic()));
  }

  @Test
  void whatIsNotSignedIsRefused() {
    assertThat(decode(MESSAGE, null).deadLetter().reason()).isEqualTo(Rejection.UNSIGNED);
    assertThat(decode(null, null).deadLetter().reason()).isEqualTo(Rejection.UNSIGNED);
  }

  @Test
  void whatIsSignedOtherwiseIsRefused() {
    byte[] changed = new String(MESSAGE, UTF_8).replace("\"s\"", "\"t\"").getBytes(UTF_8);
    KeyPair other = ControlKeys.generate();
    byte[] sound = ControlKeys.sign(pair.getPrivate(), "control", MESSAGE);
    refused(changed, sound);
    refused(MESSAGE, ControlKeys.sign(other.getPrivate(), "control", MESSAGE));
    refused(MESSAGE, ControlKeys.sign(pair.getPrivate(), "elsewhere", MESSAGE));
    refused(MESSAGE, "no base64!".getBytes(UTF_8));
    refused(MESSAGE, new byte[0]);
    refused(MESSAGE, Arrays.copyOf(sound, 40));
  }

  @Test
  void withoutAKeyEverythingIsTaken() {
    ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("control", 0, 7, null, MESSAGE);
    assertThat(new ControlVerifier(null).decode(record, position()).suppression()).isNotNull();
  }

  @Test
  void keysAreReadAsBase64AndAsPem() throws IOException {
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    Path publicPem = Files.writeString(folder.resolve("p.pem"), ControlKeys.pem(pair.getPublic()));
    Path privatePem =
        Files.writeString(folder.resolve("s.pem"), ControlKeys.pem(pair.getPrivate()));
    assertThat(ControlKeys.publicKey(base64(raw))).isEqualTo(pair.getPublic());
    assertThat(ControlKeys.publicKey(base64(encoded))).isEqualTo(pair.getPublic());
    assertThat(ControlKeys.publicKey(publicPem.toString())).isEqualTo(pair.getPublic());
    assertThat(ControlKeys.privateKey(privatePem)).isEqualTo(pair.getPrivate());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ControlKeys.publicKey(privatePem.toString()))
        .withMessageContaining("driftline control keygen");
    assertThatIllegalArgumentException().isThrownBy(() -> ControlKeys.privateKey(publicPem));
    assertThatIllegalArgumentException().isThrownBy(() -> ControlKeys.publicKey("nonsense"));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private void refused(byte[] message, byte[] header) {
    assertThat(decode(message, header).deadLetter().reason()).isEqualTo(Rejection.BAD_SIGNATURE);
  }

  private ControlRecord decode(byte[] message, byte[] header) {
    ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("control", 0, 7, null, message);
    if (header != null) {
      record.headers().add(ControlKeys.HEADER, header);
    }
    return verifier.decode(record, position());
  }

  private static SourcePosition position() {
    return SourcePosition.inTopic("control", 0, 7);
  }
}
