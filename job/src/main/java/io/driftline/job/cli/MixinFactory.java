package io.driftline.job.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Gives the settings of the job the environment that they are to be read from. */
record MixinFactory(Map<String, String> environment) implements IFactory {

  @Override
  public <T> T create(Class<T> type) throws Exception {
    return type == JobOptions.class
        ? type.cast(new JobOptions(environment))
        : CommandLine.defaultFactory().create(type);
  }
}
