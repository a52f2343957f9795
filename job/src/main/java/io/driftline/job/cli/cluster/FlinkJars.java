package io.driftline.job.cli.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The jars that a cluster runs on: of all this process runs on, those that Flink's distribution
 * brings. Kafka, Jackson, SMILE and all that is Driftline's are not among them: the job's jar has
 * to bring them.
 */
final class FlinkJars {

  private static final Pattern NEEDED =
      Pattern.compile(
          "(flink-(?!connector-(kafka|base)|test).*|commons-(cli|collections|compress|io|lang3|math3|text)"
              + "|frocksdbjni|javassist|jsr305|kryo|lz4-java|minlog|objenesis|reflectasm|snappy-java"
              + "|snakeyaml-engine|slf4j-api|log4j-.*|async-profiler)-\\d.*(?<!-tests)\\.jar");

  private static final Pattern JOB = Pattern.compile("driftline-job-.*\\.jar");

  private FlinkJars() {}

  /** Flink's jars. */
  static List<Path> ofTheCluster() {
    List<Path> jars =
        classPath()
            .filter(jar -> NEEDED.matcher(jar.getFileName().toString()).matches())
            .distinct()
            .toList();
    if (jars.stream().noneMatch(jar -> jar.getFileName().toString().startsWith("flink-runtime"))) {
      throw new IllegalStateException("no jars of Flink on the class path: run ./driftline");
    }
    return jars;
  }

  /**
   * The jar of the job as it is deployed: as the system property {@code driftline.job.jar} says,
   * else beside the folder {@code lib} that this process runs on.
   */
  static Path ofTheJob() throws IOException {
    String given = System.getProperty("driftline.job.jar");
    Path jar = given == null ? besideLibraries() : Path.of(given);
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException("no job jar at " + jar + ": run ./mvnw package");
    }
    return jar;
  }

  private static Path besideLibraries() throws IOException {
    Path target =
        classPath()
            .filter(entry -> entry.endsWith("classes") || isPlainJobJar(entry))
            .map(entry -> isPlainJobJar(entry) ? entry.getParent().getParent() : entry.getParent())
            .filter(folder -> folder.getParent().endsWith("job"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no job jar: run ./mvnw package"));
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> JOB.matcher(file.getFileName().toString()).matches())
          .findFirst()
          .orElse(target.resolve("driftline-job.jar"));
    }
  }

  private static boolean isPlainJobJar(Path entry) {
    return JOB.matcher(entry.getFileName().toString()).matches();
  }

  private static Stream<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath());
  }
}
