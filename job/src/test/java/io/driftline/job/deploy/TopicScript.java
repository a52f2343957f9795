package io.driftline.job.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the script that creates topics asks Kafka's command for. */
final class TopicScript {

  static final Path SCRIPT = DeploymentFiles.FOLDER.resolve("topics/create-topics.sh");

  private TopicScript() {}

  /**
   * The arguments of each call of {@code kafka-topics.sh}.
   *
   * @param folder for a command that stands in for it
   */
  static List<List<String>> calls(Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path standIn = folder.resolve("kafka-topics.sh");
    Path log = folder.resolve("calls");
    Files.deleteIfExists(log);
    Files.writeString(
        standIn,
        "#!/bin/sh\nfor each in \"$@\"; do echo \"$each\"; done >>'"
            + log
            + "'\necho >>'"
            + log
            + "'\n");
    standIn.toFile().setExecutable(true);
    Map<String, String> all = new HashMap<>(environment);
    all.put("KAFKA_TOPICS", standIn.toString());
    Shell shell = Shell.script(SCRIPT, all);
    if (shell.exitCode() != 0) {
      throw new IOException(shell.output());
    }
    List<List<String>> calls = new ArrayList<>();
    for (String call : Files.readString(log).split("\n\n")) {
      calls.add(call.strip().lines().toList());
    }
    return calls;
  }

  /** The values of an option in one call. */
  static List<String> values(List<String> call, String option) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i + 1 < call.size(); i++) {
      if (call.get(i).equals(option)) {
        values.add(call.get(i + 1));
      }
    }
    return values;
  }
}
