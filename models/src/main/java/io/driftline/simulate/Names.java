package io.driftline.simulate;

import java.util.List;

/** Invented names of people and companies; every domain is under the reserved {@code .example}. */
final class Names {
  static final String OWN_DOMAIN = "halden-works.example";

  private static final List<String> FIRST =
      List.of(
          "anna", "ben", "carla", "david", "elena", "farid", "greta", "hugo", "ines", "jonas",
          "karin", "luca", "maria", "nils", "olga", "pavel", "quinn", "rosa", "sven", "tara", "ugo",
          "vera", "wim", "xenia", "yusuf", "zoe", "amir", "bea", "cyril", "dora", "emil");
  private static final List<String> LAST =
      List.of(
          "adler", "berg", "costa", "duarte", "ekman", "fischer", "grant", "hansen", "ivanov",
          "jansen", "keller", "lindt", "moreau", "novak", "olsen", "park", "quist", "rossi",
          "silva", "thorn", "ueda", "varga", "weber", "xu", "young", "zeman", "abbas", "brandt",
          "cohen", "dietz", "engel", "faber", "gomez", "huber", "ito", "jung", "kovac");
  private static final List<String> COMPANY_FIRST =
      List.of(
          "alder", "birch", "cedar", "delta", "ember", "fjord", "granit", "harbor", "iris",
          "juniper", "kelp", "lumen", "maple", "north", "opal", "pine", "quartz", "ridge", "stone");
  private static final List<String> COMPANY_LAST =
      List.of(
          "bank",
          "craft",
          "dyne",
          "foods",
          "gate",
          "house",
          "labs",
          "line",
          "logistics",
          "media",
          "parts",
          "pharma",
          "point",
          "retail",
          "systems",
          "tech",
          "trade");

  /** How many people have names of their own; further ones get a number. */
  static final int DISTINCT_PEOPLE = FIRST.size() * LAST.size();

  private Names() {}

  /** For example {@code anna.berg}; neighbouring numbers share neither name. */
  static String person(int number) {
    int index = Math.floorMod(number, DISTINCT_PEOPLE);
    int generation = Math.floorDiv(number, DISTINCT_PEOPLE);
    String name = FIRST.get(index % FIRST.size()) + "." + LAST.get(index % LAST.size());
    return generation == 0 ? name : name + generation;
  }

  /** For example {@code cedarlabs.example}. */
  static String company(int number) {
    int index = Math.floorMod(number, COMPANY_FIRST.size() * COMPANY_LAST.size());
    return COMPANY_FIRST.get(index % COMPANY_FIRST.size())
        + COMPANY_LAST.get(index % COMPANY_LAST.size())
        + ".example";
  }

  /** Somebody at another company. */
  static String outsider(int number) {
    int company = number / 3;
    return person(number & 0x3ff) + "@" + company(company);
  }
}
