package io.driftline.job.cli;

import java.io.StringWriter;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** All that anybody logs from level INFO on, as a cluster would, while it is open. */
final class LoggedText implements AutoCloseable {

  private final StringWriter text = new StringWriter();
  private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
  private final LoggerConfig root = context.getConfiguration().getRootLogger();
  private final WriterAppender appender =
      WriterAppender.newBuilder()
          .setName("text")
          .setTarget(text)
          .setLayout(PatternLayout.newBuilder().withPattern("%p %c %m%n%xEx").build())
          .build();

  LoggedText() {
    appender.start();
    List.copyOf(root.getAppenders().keySet()).forEach(root::removeAppender);
    root.addAppender(appender, Level.INFO, null);
    root.setLevel(Level.INFO);
    context.getConfiguration().getLoggers().keySet().stream()
        .filter(name -> !name.isEmpty())
        .toList()
        .forEach(context.getConfiguration()::removeLogger);
    context.updateLoggers();
  }

  String text() {
    return text.toString();
  }

  @Override
  public void close() {
    context.reconfigure();
  }
}
