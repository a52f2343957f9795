package io.driftline.job.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/**
 * One line on stderr that says how far a long piece of work has come.
 *
 * <p>Nothing is shown in the first two seconds. After that a terminal sees one line that is
 * rewritten up to five times a second; a file or pipe gets a line of its own every five seconds.
 * Not for use by several threads.
 */
public final class Progress implements AutoCloseable {

  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration TERMINAL_PACE = Duration.ofMillis(200);
  private static final Duration FILE_PACE = Duration.ofSeconds(5);
  private static final String REWRITE_LINE = "\r\033[K";

  private final String work;
  private final PrintWriter err;
  private final boolean terminal;
  private final InstantSource clock;
  private final long start;
  private long nextLine;
  private boolean lineOpen;

  /** When the first of a countable work was seen to be done; starting up tells nothing of pace. */
  private long movingSince = -1;

  private long doneBefore;

  /**
   * @param work what is being done, for example {@code filling the topic}
   * @param err where the line goes
   * @param terminal whether {@code err} is a terminal, whose last line can be rewritten
   * @param clock tells when to speak
   */
  public Progress(String work, PrintWriter err, boolean terminal, InstantSource clock) {
    this.work = work;
    this.err = err;
    this.terminal = terminal;
    this.clock = clock;
    this.start = clock.millis();
    this.nextLine = start + QUIET.toMillis();
  }

  /** Progress of {@code work} on the stderr of this process, by the system's clock. */
  public static Progress onStderr(String work) {
    // Only the launcher can tell: System.console() speaks of stdin and stdout.
    boolean terminal = Boolean.getBoolean("driftline.terminal");
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return new Progress(work, err, terminal, InstantSource.system());
  }

  /** Notes that {@code done} of {@code total} is done, in whatever unit. */
  public void update(long done, long total) {
    if (clock.millis() >= nextLine) {
      show(
          String.format(
              Locale.ROOT, "%s: %d %%, %,d of %,d", work, percent(done, total), done, total));
    }
  }

  /** Notes the same, and says how long the rest takes if it goes on as it went so far. */
  public void updateWithRest(long done, long total) {
    if (done > 0 && movingSince < 0) {
      movingSince = clock.millis();
      doneBefore = done;
    }
    if (clock.millis() >= nextLine) {
      show(
          String.format(
              Locale.ROOT,
              "%s: %d %%, %,d of %,d%s",
              work,
              percent(done, total),
              done,
              total,
              rest(done, total)));
    }
  }

  /** Nothing while too little is done to tell by. */
  private String rest(long done, long total) {
    if (percent(done, total) < 5 || done <= doneBefore) {
      return "";
    }
    double passed = clock.millis() - movingSince;
    long left = Math.max(0, Math.round(passed * (total - done) / (done - doneBefore) / 1000));
    return String.format(Locale.ROOT, ", about %d s left", left);
  }

  /** Notes where work of unknown length has got to, for example {@code pair 3 of 5}. */
  public void update(String state) {
    if (clock.millis() >= nextLine) {
      show(work + ": " + state);
    }
  }

  /** Clears the line, so that what is printed next starts on a clean one. */
  @Override
  public void close() {
    if (lineOpen) {
      err.print(REWRITE_LINE);
      err.flush();
      lineOpen = false;
    }
  }

  private void show(String state) {
    long now = clock.millis();
    String line = String.format(Locale.ROOT, "%s, %d s", state, (now - start) / 1000);
    if (terminal) {
      err.print(REWRITE_LINE + line);
      err.flush();
    } else {
      err.println(line);
    }
    lineOpen = terminal;
    nextLine = now + (terminal ? TERMINAL_PACE : FILE_PACE).toMillis();
  }

  private static long percent(long done, long total) {
    return total <= 0 ? 100 : Math.min(100, 100 * done / total);
  }
}
