package io.driftline.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is, and what must not be, in the jar that goes to a cluster. */
class JobJarITCase {

  private static JarFile jar;
  private static Set<String> entries;

  @BeforeAll
  static void open() throws IOException {
    jar = new JarFile(System.getProperty("driftline.job.jar"));
    entries = jar.stream().map(entry -> entry.getName()).collect(Collectors.toSet());
  }

  @AfterAll
  static void close() throws IOException {
    jar.close();
  }

  @Test
  void startsWithTheJob() throws IOException {
    assertThat(jar.getManifest().getMainAttributes().get(Attributes.Name.MAIN_CLASS))
        .isEqualTo("io.driftline.job.AgentAnomalyJob");
  }

  @Test
  void bringsTheConnectorAndItsClients() {
    assertThat(entries)
        .contains(
            "org/apache/flink/connector/kafka/sink/KafkaSink.class",
            "org/apache/kafka/clients/producer/KafkaProducer.class",
            "io/driftline/activity/AgentAction.class");
  }

  @Test
  void leavesOutWhatAClusterProvides() {
    assertThat(entries)
        .noneMatch(name -> name.startsWith("org/apache/flink/runtime/"))
        .noneMatch(name -> name.startsWith("org/apache/flink/api/"))
        .noneMatch(name -> name.startsWith("org/slf4j/"))
        .noneMatch(name -> name.startsWith("org/apache/logging/"))
        .noneMatch(name -> name.endsWith("log4j2.xml"));
  }

  @Test
  void leavesOutTheBrokerAndTheCommandLine() {
    assertThat(entries)
        .noneMatch(name -> name.startsWith("kafka/server/"))
        .noneMatch(name -> name.startsWith("scala/"))
        .noneMatch(name -> name.startsWith("picocli/"))
        .noneMatch(name -> name.startsWith("org/yaml/"))
        .noneMatch(name -> name.startsWith("smile/"))
        .noneMatch(name -> name.startsWith("io/driftline/simulate/"))
        .noneMatch(name -> name.startsWith("io/driftline/job/cli/"));
  }

  @Test
  void holdsNothingOfFlinkButTheConnector() {
    Set<String> connector =
        new JobJar()
            .libraries().stream()
                .filter(library -> library.getFileName().toString().startsWith("flink-connector-"))
                .flatMap(library -> JobJar.classes(library).stream())
                .collect(Collectors.toSet());

    assertThat(entries)
        .filteredOn(name -> name.startsWith("org/apache/flink/") && name.endsWith(".class"))
        .isNotEmpty()
        .allMatch(connector::contains);
  }

  /** What a library of another name would add, somebody has to decide on. */
  @Test
  void isMadeOfTheseLibrariesAlone() {
    assertThat(new JobJar().versions().keySet())
        .containsExactly(
            "commons-lang3",
            "flink-connector-base",
            "flink-connector-kafka",
            "jackson-annotations",
            "jackson-core",
            "jackson-databind",
            "jackson-datatype-jdk8",
            "jackson-datatype-jsr310",
            "kafka-clients",
            "lz4-java",
            "snakeyaml-engine",
            "snappy-java",
            "zstd-jni");
  }

  @Test
  void noTwoOfItsLibrariesHoldTheSameClass() {
    Set<String> seen = new HashSet<>();
    for (Path library : new JobJar().libraries()) {
      assertThat(JobJar.classes(library)).as(library.toString()).noneMatch(name -> !seen.add(name));
    }
  }

  @Test
  void keepsTheServicesOfAllItsLibraries() {
    JobJar whole = new JobJar();
    for (Path library : whole.libraries()) {
      for (String services : JobJar.serviceFiles(library)) {
        assertThat(whole.services(services))
            .as("%s of %s", services, library)
            .containsAll(JobJar.lines(library, services));
      }
    }
  }

  @Test
  void isSmall() throws IOException {
    assertThat(new JobJar().size()).isLessThan(26_000_000L);
  }

  @Test
  void compressesOnLinuxAndMacOs() {
    assertThat(entries)
        .contains(
            "org/xerial/snappy/native/Linux/x86_64/libsnappyjava.so",
            "org/xerial/snappy/native/Mac/aarch64/libsnappyjava.dylib",
            "net/jpountz/util/linux/aarch64/liblz4-java.so")
        .anyMatch(name -> name.startsWith("linux/aarch64/libzstd-jni"))
        .anyMatch(name -> name.startsWith("darwin/aarch64/libzstd-jni"));
  }

  @Test
  void carriesNoSignaturesOfOthers() {
    assertThat(entries)
        .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|RSA|DSA)"))
        .noneMatch(name -> name.endsWith("module-info.class"));
  }

  @Test
  void carriesItsLicences() {
    assertThat(entries)
        .contains("META-INF/LICENSE", "META-INF/NOTICE", "META-INF/THIRD-PARTY-NOTICES");
  }
}
