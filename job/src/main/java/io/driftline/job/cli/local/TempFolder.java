package io.driftline.job.cli.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder under the system's temporary one that is deleted with all it holds on close. */
public final class TempFolder implements AutoCloseable {

  private final Path path;

  private TempFolder(Path path) {
    this.path = path;
  }

  /** A new, empty folder whose name starts with {@code prefix}. */
  public static TempFolder create(String prefix) throws IOException {
    return new TempFolder(Files.createTempDirectory(prefix));
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    for (Path entry : deepestFirst()) {
      try {
        Files.deleteIfExists(entry);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot delete " + entry, e);
      }
    }
  }

  private List<Path> deepestFirst() {
    try (Stream<Path> entries = Files.walk(path)) {
      return entries.sorted(Comparator.reverseOrder()).toList();
    } catch (NoSuchFileException alreadyGone) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + path, e);
    }
  }
}
