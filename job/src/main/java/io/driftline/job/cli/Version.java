package io.driftline.job.cli;

import picocli.CommandLine.IVersionProvider;

/** The release this command was built as, from the manifest of its jar. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String release = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "driftline " + (release == null ? "(not packaged)" : release),
      "JDK " + Runtime.version().feature()
    };
  }
}
