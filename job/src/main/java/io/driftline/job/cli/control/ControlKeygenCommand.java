package io.driftline.job.cli.control;

import io.driftline.job.cli.CommandFailure;
import io.driftline.job.control.ControlKeys;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code driftline control keygen}. */
@Command(
    name = "keygen",
    description = "Make a pair of Ed25519 keys: FILE to sign with, FILE.pub for the job.")
final class ControlKeygenCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "where the private key is written, in PEM")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    KeyPair pair = ControlKeys.generate();
    Path publicFile = Path.of(file + ".pub");
    try {
      createPrivate(file);
      Files.writeString(file, ControlKeys.pem(pair.getPrivate()));
      Files.writeString(
          publicFile, ControlKeys.pem(pair.getPublic()), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailure(
          e.getFile() + " exists", "name another file; keys are not replaced", e);
    }
    spec.commandLine()
        .getOut()
        .printf(
            "wrote %s (keep it secret) and %s, fingerprint %s%n",
            file, publicFile, ControlKeys.fingerprint(pair.getPublic()));
    return 0;
  }

  /** For nobody else to read, where the file system knows of others. */
  private static void createPrivate(Path file) throws IOException {
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (UnsupportedOperationException e) {
      Files.createFile(file);
    }
  }
}
