package io.driftline.forest;

/** Bytes that are no model artifact this version can read; the message says why. */
public final class ModelFormatException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  ModelFormatException(String message) {
    super(message);
  }

  ModelFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
