package io.driftline.job.cli.cluster;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of a JVM of the release that runs this. */
final class JavaCommand {

  private final List<String> words = new ArrayList<>();

  private JavaCommand() {
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
  }

  /** A JVM with these options. */
  static JavaCommand withOptions(Collection<String> options) {
    JavaCommand command = new JavaCommand();
    command.words.addAll(options);
    return command;
  }

  /** That runs {@code mainClass} from these jars. */
  List<String> running(Collection<Path> classPath, String mainClass, Collection<String> arguments) {
    return running(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
        mainClass,
        arguments);
  }

  /** That runs {@code mainClass} from the class path of this process. */
  List<String> runningFromHere(Class<?> mainClass, Collection<String> arguments) {
    return running(System.getProperty("java.class.path"), mainClass.getName(), arguments);
  }

  private List<String> running(String classPath, String mainClass, Collection<String> arguments) {
    List<String> command = new ArrayList<>(words);
    command.addAll(List.of("-cp", classPath, mainClass));
    command.addAll(arguments);
    return command;
  }
}
