package io.driftline.job.deploy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Keeps the warnings of some loggers while it is open. */
final class CapturedLog extends AbstractAppender implements AutoCloseable {

  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<String> loggers;

  private CapturedLog(List<String> loggers) {
    super("captured", null, null, true, Property.EMPTY_ARRAY);
    this.loggers = loggers;
  }

  static CapturedLog of(String... loggers) {
    CapturedLog log = new CapturedLog(List.of(loggers));
    log.start();
    log.loggers.forEach(each -> Configurator.setLevel(each, Level.WARN));
    for (LoggerConfig each : log.configs()) {
      each.addAppender(log, null, null);
      each.setAdditive(false);
    }
    return log;
  }

  @Override
  public void append(LogEvent event) {
    messages.add(event.getMessage().getFormattedMessage());
  }

  List<String> messages() {
    return messages;
  }

  @Override
  public void close() {
    for (LoggerConfig each : configs()) {
      each.removeAppender(getName());
      each.setAdditive(true);
    }
    loggers.forEach(each -> Configurator.setLevel(each, Level.ERROR));
    stop();
  }

  private List<LoggerConfig> configs() {
    Configuration configuration = ((LoggerContext) LogManager.getContext(false)).getConfiguration();
    return loggers.stream().map(configuration::getLoggerConfig).toList();
  }
}
