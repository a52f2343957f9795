package io.driftline.job.cli.registry;

import io.driftline.registry.RegistryChange.Subject;

/** What agents and people are called in files and texts. */
final class Subjects {

  private Subjects() {}

  /** The name of their list. */
  static String list(Subject subject) {
    return subject == Subject.AGENT ? "agents" : "people";
  }

  /** One of them. */
  static String one(Subject subject) {
    return subject == Subject.AGENT ? "agent" : "person";
  }
}
