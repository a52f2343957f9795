package io.driftline.job.cli.bench;

import java.util.SplittableRandom;

/** On whose behalf the agents of a benchmark act. */
enum Requesters {
  /** Each agent for one person, {@value #PEOPLE} of them. */
  LOYAL {
    @Override
    String field(int agent, SplittableRandom random) {
      return user(agent % PEOPLE);
    }
  },

  /** Each agent for three, in the shares of {@link #SKEWED}, and all people alike. */
  EVEN {
    @Override
    String field(int agent, SplittableRandom random) {
      int draw = random.nextInt(10);
      int person = draw < 6 ? 7 * agent + 1 : draw < 8 ? 13 * agent + 5 : agent;
      return user(person % PEOPLE);
    }
  },

  /** One person stands behind 60 % of all actions, nobody is named in 20 %, the rest is even. */
  SKEWED {
    @Override
    String field(int agent, SplittableRandom random) {
      int draw = random.nextInt(10);
      return draw < 6 ? user(0) : draw < 8 ? "" : user(agent % PEOPLE);
    }
  };

  /** How many people there are. */
  static final int PEOPLE = 997;

  private static final String FIELD = "\"requester\":{\"id\":\"%s\",\"type\":\"user\"},";

  /** The field {@code requester} with a comma behind it, or nothing. */
  abstract String field(int agent, SplittableRandom random);

  /** The id of a person. */
  static String id(int person) {
    return "user-%04d".formatted(person);
  }

  private static String user(int person) {
    return FIELD.formatted(id(person));
  }
}
