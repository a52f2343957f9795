package io.driftline.job.cli.alerts;

import io.driftline.job.cli.CommittedTopic;
import io.driftline.job.cli.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers all that topics tell of what has a certain id, or one that begins so. */
final class Lookup {

  private final AlertReader reader;
  private final String prefix;

  /** By kind and id. */
  private final Map<String, List<AlertRecord>> found = new LinkedHashMap<>();

  /**
   * @param prefix with which ids begin
   */
  Lookup(AlertReader reader, String prefix) {
    this.reader = reader;
    this.prefix = prefix;
  }

  /** Reads topics from their beginning to their end. */
  Lookup read(CommittedTopic topic) {
    try (Progress progress = Progress.onStderr("reading")) {
      for (var batch = topic.next(); !batch.isEmpty(); batch = topic.next()) {
        reader.read(batch).stream()
            .filter(record -> record.id().startsWith(prefix))
            .forEach(this::keep);
        progress.update(topic.passed(), topic.length());
      }
    }
    return this;
  }

  /** What was found: of each thing its records, in the order in which they were told. */
  List<List<AlertRecord>> found() {
    return List.copyOf(found.values());
  }

  /** A record that was published twice is kept once. */
  private void keep(AlertRecord record) {
    List<AlertRecord> told =
        found.computeIfAbsent(record.kind().code() + " " + record.id(), any -> new ArrayList<>());
    if (told.stream().noneMatch(each -> each.json().equals(record.json()))) {
      told.add(record);
    }
  }
}
