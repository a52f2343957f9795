package io.driftline.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The jar for a cluster, and the libraries that it was made of, as the build left them. */
public final class JobJar {

  private static final Pattern NAME = Pattern.compile("(.+?)-(\\d.*)\\.jar");
  private static final String SERVICES = "META-INF/services/";

  private final Path file = Path.of(System.getProperty("driftline.job.jar"));

  /** What is in it: files without folders. */
  public Set<String> entries() {
    return entries(file);
  }

  /** Its size in bytes. */
  public long size() throws IOException {
    return Files.size(file);
  }

  /** Lines of a service file in it, without comments. */
  public Set<String> services(String name) {
    return lines(file, name);
  }

  /** Names and versions of the libraries in it, Driftline's own parts left out. */
  public TreeMap<String, String> versions() {
    TreeMap<String, String> versions = new TreeMap<>();
    for (Path library : libraries()) {
      Matcher name = NAME.matcher(library.getFileName().toString());
      if (name.matches() && !name.group(1).startsWith("driftline-")) {
        versions.put(name.group(1), name.group(2));
      }
    }
    return versions;
  }

  /** The libraries that are in it; others may share a few classes with those. */
  public List<Path> libraries() {
    Set<String> inside = entries();
    try (Stream<Path> all = Files.list(file.resolveSibling("lib"))) {
      return all.filter(library -> library.toString().endsWith(".jar"))
          .filter(library -> isIn(inside, classes(library)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isIn(Set<String> inside, Set<String> classes) {
    return classes.stream().filter(inside::contains).count() > classes.size() * 9L / 10;
  }

  /** The classes of a library, but for those that only describe it. */
  public static Set<String> classes(Path library) {
    return entries(library).stream()
        .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
        .filter(name -> !name.equals("module-info.class"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The service files of a library. */
  public static List<String> serviceFiles(Path library) {
    return entries(library).stream().filter(name -> name.startsWith(SERVICES)).sorted().toList();
  }

  /** Lines of a file in a jar, without comments. */
  public static Set<String> lines(Path jar, String name) {
    try (JarFile opened = new JarFile(jar.toFile())) {
      ZipEntry entry = opened.getEntry(name);
      List<String> lines = new ArrayList<>();
      if (entry != null) {
        new String(opened.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .forEach(lines::add);
      }
      return lines.stream()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> entries(Path jar) {
    try (JarFile opened = new JarFile(jar.toFile())) {
      return opened.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
