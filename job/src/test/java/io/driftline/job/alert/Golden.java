package io.driftline.job.alert;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Outputs as they are expected, byte for byte. */
public final class Golden {

  private Golden() {}

  public static String read(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/anomalies/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
