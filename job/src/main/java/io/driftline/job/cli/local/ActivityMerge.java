package io.driftline.job.cli.local;

import io.driftline.activity.AgentAction;
import io.driftline.job.ingest.ActivityFile;
import io.driftline.job.ingest.AgentActionJson;
import io.driftline.job.ingest.Decoded;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Several files of activity as one, in order of time as far as each of them is: of all next actions
 * the earliest comes first. Event time then goes as evenly as in a single file, whether one file
 * follows the other or they tell of the same days. Records that are no actions stay where they were
 * in their file, so that whoever reads on refuses and counts them.
 */
final class ActivityMerge implements AutoCloseable {

  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(
          Comparator.comparing((Head head) -> head.action().time()).thenComparing(Head::place));

  private ActivityMerge() {}

  /** A file, the place at which it was named, and its next action. */
  private record Head(ActivityFile file, int place, AgentAction action) {}

  /** Writes all actions of {@code files} to {@code merged}. */
  static void write(List<Path> files, Path merged) throws IOException {
    try (ActivityMerge merge = new ActivityMerge();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(merged))) {
      for (int place = 0; place < files.size(); place++) {
        merge.advance(ActivityFile.open(files.get(place), Clock.systemUTC()), place, out);
      }
      merge.writeTo(out);
    }
  }

  private void writeTo(OutputStream out) throws IOException {
    while (!heads.isEmpty()) {
      Head first = heads.remove();
      out.write(AgentActionJson.write(first.action()));
      out.write('\n');
      advance(first.file(), first.place(), out);
    }
  }

  private void advance(ActivityFile file, int place, OutputStream out) throws IOException {
    Decoded next = file.next();
    while (next != null && !next.isAction()) {
      out.write(next.deadLetter().original());
      out.write('\n');
      next = file.next();
    }
    if (next == null) {
      file.close();
    } else {
      heads.add(new Head(file, place, next.action()));
    }
  }

  @Override
  public void close() throws IOException {
    for (Head head : heads) {
      head.file().close();
    }
  }
}
