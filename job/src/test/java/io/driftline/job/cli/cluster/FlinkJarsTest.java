package io.driftline.job.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FlinkJarsTest {

  @Test
  void areThoseThatADistributionOfFlinkBrings() {
    List<String> names =
        FlinkJars.ofTheCluster().stream().map(jar -> jar.getFileName().toString()).toList();

    assertThat(names)
        .anyMatch(name -> name.startsWith("flink-streaming-java-"))
        .anyMatch(name -> name.startsWith("flink-statebackend-rocksdb-"))
        .noneMatch(name -> name.contains("driftline"))
        .noneMatch(name -> name.contains("kafka"))
        .noneMatch(name -> name.startsWith("jackson"))
        .noneMatch(name -> name.startsWith("smile"))
        .noneMatch(name -> name.contains("test"));
  }
}
