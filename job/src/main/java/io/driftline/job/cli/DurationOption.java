package io.driftline.job.cli;

import java.time.Duration;
import org.apache.flink.util.TimeUtils;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 90s} or {@code 2min}. */
public final class DurationOption implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    try {
      return TimeUtils.parseDuration(text);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new TypeConversionException("'%s' is not a duration: give 90s or 2min".formatted(text));
    }
  }
}
