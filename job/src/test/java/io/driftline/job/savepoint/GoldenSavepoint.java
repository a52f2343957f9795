package io.driftline.job.savepoint;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A savepoint of the whole job that is kept with the sources, and what goes with it:
 *
 * <ul>
 *   <li>{@code savepoint.zip}: in Flink's canonical format; may be unpacked anywhere
 *   <li>{@code stream.gz}: what the job had read by then, and what it is to read next
 *   <li>{@code before.txt}, {@code after.txt}: what it had put out, and what it puts out then
 *   <li>{@code latest.txt}: what holds in the end by the compacted topics
 *   <li>{@code golden.properties}: the release that made it
 * </ul>
 *
 * @param folder where they lie
 */
public record GoldenSavepoint(Path folder) {

  private static final Path ALL = Path.of("src", "test", "resources", "savepoints");
  private static final Pattern RELEASE =
      Pattern.compile("<artifactId>driftline</artifactId>\\s*<version>([^<]+)</version>");

  /** That of a state version; it need not be there yet. */
  public static GoldenSavepoint of(int stateVersion) {
    return new GoldenSavepoint(ALL.resolve(String.valueOf(stateVersion)));
  }

  /** Those there are. */
  public static List<GoldenSavepoint> all() throws IOException {
    try (Stream<Path> folders = Files.list(ALL)) {
      return folders.filter(Files::isDirectory).sorted().map(GoldenSavepoint::new).toList();
    }
  }

  /** The release that is being built. */
  static String thisRelease() throws IOException {
    Matcher matcher = RELEASE.matcher(Files.readString(Path.of("..", "pom.xml")));
    if (!matcher.find()) {
      throw new IllegalStateException("../pom.xml names no version of driftline");
    }
    return matcher.group(1);
  }

  /** Unpacks the savepoint into a folder and returns that. */
  public Path unpack(Path into) throws IOException {
    Files.createDirectories(into);
    try (ZipInputStream zip =
        new ZipInputStream(Files.newInputStream(folder.resolve("savepoint.zip")))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.copy(zip, into.resolve(Path.of(entry.getName()).getFileName()));
      }
    }
    return into;
  }

  void keep(Path savepoint) throws IOException {
    Files.createDirectories(folder);
    try (ZipOutputStream zip =
            new ZipOutputStream(Files.newOutputStream(folder.resolve("savepoint.zip")));
        Stream<Path> files = Files.list(savepoint)) {
      for (Path file : files.sorted().toList()) {
        ZipEntry entry = new ZipEntry(file.getFileName().toString());
        entry.setTime(0);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
  }

  Path stream() {
    return folder.resolve("stream.gz");
  }

  List<String> before() throws IOException {
    return Files.readAllLines(folder.resolve("before.txt"));
  }

  List<String> after() throws IOException {
    return Files.readAllLines(folder.resolve("after.txt"));
  }

  List<String> latest() throws IOException {
    return Files.readAllLines(folder.resolve("latest.txt"));
  }

  void keep(List<String> before, List<String> after, List<String> latest) throws IOException {
    Files.write(folder.resolve("before.txt"), before);
    Files.write(folder.resolve("after.txt"), after);
    Files.write(folder.resolve("latest.txt"), latest);
    Properties properties = new Properties();
    properties.setProperty("release", thisRelease());
    try (Writer out = Files.newBufferedWriter(folder.resolve("golden.properties"))) {
      out.write("release=" + properties.getProperty("release") + "\n");
    }
  }

  /** The release that made it. */
  String release() throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(folder.resolve("golden.properties"))) {
      properties.load(in);
    }
    return properties.getProperty("release");
  }

  static String digest(byte[] value) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(value);
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
