package io.driftline.job.settings;

import static io.driftline.job.config.DriftlineOptions.ACTIVITY_TOPICS;
import static io.driftline.job.config.DriftlineOptions.AGENTS_TOPIC;
import static io.driftline.job.config.DriftlineOptions.CONTROL_TOPIC;
import static io.driftline.job.config.DriftlineOptions.GROUP;
import static io.driftline.job.config.DriftlineOptions.OUTPUT_PREFIX;
import static io.driftline.job.config.DriftlineOptions.PEOPLE_TOPIC;

import io.driftline.job.config.OutputTopics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.configuration.ConfigOption;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.internals.Topic;

/** Topics have names that Kafka takes, and each one purpose. */
final class TopicRules {

  private TopicRules() {}

  static void check(SettingsCheck check) {
    Map<String, String> uses = new HashMap<>();
    outputs(check, uses);
    List<String> activity = check.value(ACTIVITY_TOPICS);
    if (activity != null && activity.isEmpty()) {
      check.fault(check.told(ACTIVITY_TOPICS), "name at least one topic");
    }
    for (String topic : Objects.requireNonNullElse(activity, List.<String>of())) {
      use(check, ACTIVITY_TOPICS, topic, uses);
    }
    for (ConfigOption<String> option : List.of(AGENTS_TOPIC, PEOPLE_TOPIC, CONTROL_TOPIC)) {
      if (check.value(option) != null) {
        use(check, option, check.value(option), uses);
      }
    }
    check.require(GROUP, group -> !group.isBlank(), "name a consumer group");
  }

  private static void outputs(SettingsCheck check, Map<String, String> uses) {
    String prefix = check.value(OUTPUT_PREFIX);
    List<String> outputs = new OutputTopics(prefix).all();
    if (outputs.stream().allMatch(topic -> isName(topic))) {
      outputs.forEach(
          topic -> uses.put(topic, "an output of the job, by " + check.told(OUTPUT_PREFIX)));
    } else {
      check.fault(
          check.told(OUTPUT_PREFIX), "give letters, digits, '.', '_' and '-' only, at most 200");
    }
  }

  private static void use(
      SettingsCheck check, ConfigOption<?> option, String topic, Map<String, String> uses) {
    if (!isName(topic)) {
      check.fault(check.told(option), "a topic has 1 to 249 letters, digits, '.', '_' and '-'");
      return;
    }
    String before = uses.putIfAbsent(topic, "also named by " + check.told(option));
    if (before != null) {
      check.fault(
          "%s: topic %s is %s".formatted(check.told(option), topic, before),
          "each needs a topic of its own");
    }
  }

  private static boolean isName(String topic) {
    try {
      Topic.validate(topic);
      return true;
    } catch (InvalidTopicException e) {
      return false;
    }
  }
}
