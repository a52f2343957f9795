package io.driftline.simulate;

import java.util.List;

/** The families of things that actions touch: how they are named, and how often they are new. */
enum ResourceKind {
  /** The call names no resource. */
  NONE(1, 0, (people, area, item, day) -> null),
  COLLEAGUE(40, 0, (people, area, item, day) -> people.of(area, item, day).address()),
  OUTSIDER(400, 0.04, (people, area, item, day) -> Names.outsider(item)),
  MESSAGE(90, (people, area, item, day) -> "message/" + item),
  MEETING(25, (people, area, item, day) -> "event/" + area.code() + "/" + item),
  ACCOUNT(500, 0.03, (people, area, item, day) -> "account/" + (1000 + item)),
  DEAL(12, (people, area, item, day) -> "opportunity/" + item),
  INVOICE(60, (people, area, item, day) -> "invoice/2026/" + item),
  VENDOR(180, 0.02, (people, area, item, day) -> "vendor/" + Names.company(item)),
  BENEFICIARY(120, 0.015, (people, area, item, day) -> iban(item)),
  EMPLOYEE(300, 0.01, (people, area, item, day) -> "employee/" + (20_000 + item)),
  PAYSLIP(300, 0.01, (people, area, item, day) -> "payslip/2026-01/" + (20_000 + item)),
  CANDIDATE(4, (people, area, item, day) -> "candidate/" + item),
  SOURCE_FILE(600, 0.06, ResourceKind::sourceFile),
  REPOSITORY(14, 0, (people, area, item, day) -> repository(item)),
  PULL_REQUEST(9, (people, area, item, day) -> repository(item % 7) + "/pull/" + item),
  BUILD(45, (people, area, item, day) -> "pipeline/" + repository(item % 7) + "/" + item),
  PAGE(150, 0.03, (people, area, item, day) -> "/" + area.code() + "/pages/" + topic(item) + item),
  TABLE(35, 0.01, (people, area, item, day) -> area.code() + "." + topic(item) + "_" + item % 9),
  FILE(260, 0.08, ResourceKind::file),
  TICKET(70, (people, area, item, day) -> "SUP-" + item),
  CHANNEL(9, 0.005, (people, area, item, day) -> "#" + area.code() + "-" + topic(item)),
  SECRET(18, 0.005, (people, area, item, day) -> area.code() + "/prod/" + topic(item) + "-token"),
  HOST(45, 0.04, (people, area, item, day) -> area.code() + "-node-" + item % 997),
  ROLE(12, 0, (people, area, item, day) -> "role/" + area.code() + "-" + privilege(item)),
  URL(300, 0.25, (people, area, item, day) -> "https://" + Names.company(item / 4) + "/" + item),
  METRIC(50, 0.01, (people, area, item, day) -> area.code() + "." + topic(item) + ".latency"),
  ALERT(20, (people, area, item, day) -> "alert/" + item);

  /** Makes the name of one item of a family in one area, as of one day. */
  @FunctionalInterface
  interface Naming {
    String name(People people, Area area, int item, int day);
  }

  /** How many numbers lie beyond the pool for things not seen before. */
  private static final int UNSEEN = 1 << 20;

  private static final int EARLIER_DAYS = 40;
  private static final List<String> TOPICS =
      List.of(
          "orders",
          "budget",
          "forecast",
          "contracts",
          "inventory",
          "reports",
          "roadmap",
          "billing",
          "onboarding",
          "incidents",
          "pricing",
          "campaigns",
          "audits");
  private static final List<String> PRIVILEGES = List.of("viewer", "editor", "owner", "admin");

  private final int pool;
  private final double freshShare;
  private final boolean numberedByTime;

  // Every naming is a lambda or method reference that captures nothing.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Naming naming;

  ResourceKind(int pool, double freshShare, Naming naming) {
    this.pool = pool;
    this.freshShare = freshShare;
    this.numberedByTime = false;
    this.naming = naming;
  }

  /** A family whose numbers rise by {@code perDay} every day, so that most items are soon new. */
  ResourceKind(int perDay, Naming naming) {
    this.pool = perDay;
    this.freshShare = 0;
    this.numberedByTime = true;
    this.naming = naming;
  }

  String name(People people, Area area, int item, int day) {
    return naming.name(people, area, item, day);
  }

  /**
   * The number of the item touched: what the team uses most, what this agent uses most, or now and
   * then something not seen before.
   */
  int item(long taste, int day, Dice dice) {
    if (numberedByTime) {
      return (day + EARLIER_DAYS) * pool + dice.below(pool) - dice.skewed(10 * pool);
    }
    if (dice.chance(freshShare)) {
      return unseenItem(dice);
    }
    int favourite = dice.chance(0.5) ? 0 : (int) Math.floorMod(taste, (long) pool);
    return (dice.skewed(pool) + favourite) % pool;
  }

  /** The number of an item outside the pool that agents usually touch. */
  int unseenItem(Dice dice) {
    return pool + dice.below(UNSEEN);
  }

  private static String topic(int item) {
    return TOPICS.get(item % TOPICS.size());
  }

  private static String privilege(int item) {
    return PRIVILEGES.get(item % PRIVILEGES.size());
  }

  private static String repository(int item) {
    return "repo/" + topic(item) + (item % 2 == 0 ? "-service" : "-web");
  }

  private static String sourceFile(People people, Area area, int item, int day) {
    return repository(item % 14) + "/src/" + topic(item / 14) + "/Module" + item + ".java";
  }

  private static String file(People people, Area area, int item, int day) {
    String ending = item % 3 == 0 ? ".xlsx" : item % 3 == 1 ? ".pdf" : ".csv";
    return "/" + area.code() + "/" + topic(item % 5) + "/2026/" + topic(item) + "-" + item + ending;
  }

  private static String iban(int item) {
    long account = Dice.mix(77, item) >>> 12;
    return "DE" + (10 + account % 89) + (1_000_000_000_000_000L + account % 9_000_000_000_000_000L);
  }
}
