package io.driftline.job.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads small files as a whole, and refuses what cannot be one of them. */
public final class BoundedFile {

  private BoundedFile() {}

  /**
   * The bytes of a file.
   *
   * @param most how many there may be
   * @throws HintedFailure if there are more; no more than that are ever held
   */
  public static byte[] bytes(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new HintedFailure(
            "%s has more than %d bytes".formatted(file, most), "is it the right file?", null);
      }
      return bytes;
    }
  }

  /**
   * The text of a file in UTF-8.
   *
   * @param most how many bytes there may be
   * @throws HintedFailure if there are more
   * @throws CharacterCodingException if it is not UTF-8
   */
  public static String text(Path file, int most) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(bytes(file, most));
    return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
  }
}
