package io.driftline.job.control;

import io.driftline.job.config.BoundedFile;
import io.driftline.job.ingest.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Ed25519 keys of control messages, and what they sign: {@value #CONTEXT}, a zero byte, the topic,
 * a zero byte, and the bytes of the message. The context keeps a signature from being taken for one
 * of another protocol, the topic from being taken to another job.
 */
public final class ControlKeys {

  /** Name of the record header with the signature in base64. */
  public static final String HEADER = "driftline-signature";

  /** What every signed text begins with. */
  public static final String CONTEXT = "driftline control message 1";

  private static final String ALGORITHM = "Ed25519";
  private static final int RAW_BYTES = 32;
  private static final int FINGERPRINT_DIGITS = 16;

  /** What stands before the 32 bytes of a key in its X.509 form (RFC 8410). */
  private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int MOST_PEM_BYTES = 1 << 16;

  private ControlKeys() {}

  /**
   * Reads a public key.
   *
   * @param option 32 bytes or the X.509 form in base64, or the path of a PEM file
   * @throws IllegalArgumentException if it is none: says what to do
   */
  public static PublicKey publicKey(String option) {
    try {
      byte[] bytes = decoded(option, "PUBLIC KEY");
      byte[] encoded = bytes.length == RAW_BYTES ? joined(X509_HEAD, bytes) : bytes;
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "no Ed25519 public key: give 32 bytes or the X.509 form in base64, or the path of a PEM"
              + " file; driftline control keygen makes one",
          e);
    }
  }

  /**
   * Reads a private key from a PEM file in PKCS #8 form.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static PrivateKey privateKey(Path file) throws IOException {
    try {
      byte[] bytes = ofPem(BoundedFile.text(file, MOST_PEM_BYTES), "PRIVATE KEY");
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + " holds no Ed25519 private key in PEM; driftline control keygen makes one", e);
    }
  }

  /** A pair, from the platform's source of randomness. */
  public static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java 15 and later offer Ed25519", e);
    }
  }

  /** The PEM form of a key. */
  public static String pem(java.security.Key key) {
    String label = key instanceof PrivateKey ? "PRIVATE KEY" : "PUBLIC KEY";
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(label, Base64.getEncoder().encodeToString(key.getEncoded()), label);
  }

  /** Sixteen hexadecimal digits that name a public key. */
  public static String fingerprint(PublicKey key) {
    return Sha256.hex(key.getEncoded()).substring(0, FINGERPRINT_DIGITS);
  }

  /** The signature of a message to a topic, as the header holds it. */
  public static byte[] sign(PrivateKey key, String topic, byte[] message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      update(signature, topic, message);
      return Base64.getEncoder().encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an Ed25519 key signs anything", e);
    }
  }

  /** Whether the header's value is the signature of a message to a topic. */
  static boolean verifies(PublicKey key, String topic, byte[] message, byte[] header) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      update(signature, topic, message);
      return signature.verify(Base64.getDecoder().decode(header));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // Not of the form of a signature: it is none of this key.
      return false;
    }
  }

  private static void update(Signature signature, String topic, byte[] message)
      throws GeneralSecurityException {
    signature.update((CONTEXT + "\0" + topic + "\0").getBytes(StandardCharsets.UTF_8));
    signature.update(message);
  }

  private static byte[] decoded(String option, String label) throws IOException {
    boolean isBase64 = option.strip().matches("[A-Za-z0-9+/]{40,}={0,2}");
    return isBase64 && !Files.isReadable(Path.of(option.strip()))
        ? Base64.getDecoder().decode(option.strip())
        : ofPem(BoundedFile.text(Path.of(option), MOST_PEM_BYTES), label);
  }

  private static byte[] ofPem(String pem, String label) {
    String begin = "-----BEGIN " + label + "-----";
    int from = pem.indexOf(begin);
    int to = pem.indexOf("-----END " + label + "-----");
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no PEM of a " + label);
    }
    return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    byte[] all = java.util.Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, all, head.length, tail.length);
    return all;
  }
}
