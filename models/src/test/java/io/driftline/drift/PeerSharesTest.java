package io.driftline.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeerSharesTest {

  private static final ValueHours ALIKE = hours(1, 30, 2, 10);

  @Test
  void whoWorksLikeTheOthersIsNoDistanceAway() {
    assertEquals(0, shares(ALIKE, 6).distance(ALIKE), 1e-6);
  }

  @Test
  void howMuchAnAgentDoesMakesNoDifferenceToWhatTheOthersAre() {
    ValueHours busy = hours(1, 3000, 2, 1000);
    List<ValueHours> agents = new ArrayList<>(Collections.nCopies(5, ALIKE));
    agents.add(busy);
    ValueHours other = hours(1, 10, 3, 30);
    agents.add(other);
    assertEquals(shares(other, 6).distance(other), new PeerShares(agents).distance(other), 1e-9);
  }

  @Test
  void whoHasNothingInCommonIsFurtherAwayTheMoreItDid() {
    double little = distanceOf(hours(3, 20));
    double much = distanceOf(hours(3, 200));
    double endless = distanceOf(hours(3, 2_000_000));
    assertTrue(little < much && much < endless, little + " " + much + " " + endless);
    assertEquals(1, endless, 0.01);
  }

  /** With every value told by itself, as the definition has it. */
  @Test
  void valuesThatTheAgentLacksAreToldTogetherWithoutLoss() {
    ValueHours agent = hours(1, 10, 3, 30);
    double doubt = 30.0 / 70;
    double[] peers = {0.75, 0.25, 0};
    double[] own = {0.25, 0, 0.75};
    double[] p = new double[3];
    for (int i = 0; i < 3; i++) {
      p[i] = (1 - doubt) * own[i] + doubt * peers[i];
    }
    double expected = Math.sqrt(JensenShannon.divergence(p, peers));
    assertEquals(expected, shares(agent, 6).distance(agent), 1e-9);
  }

  @Test
  void namesTheLargestDifferencesFirstAndSharesAsTheyAre() {
    ValueHours agent = hours(1, 10, 3, 30);
    List<ShareChange> changes = shares(agent, 6).changes(agent);
    assertEquals(List.of("v3", "v1", "v2"), changes.stream().map(ShareChange::value).toList());
    assertEquals(0, changes.get(0).before());
    assertEquals(0.75, changes.get(0).after(), 1e-9);
    assertEquals(0.75, changes.get(1).before(), 1e-9);
    assertEquals(0, changes.get(2).after());
  }

  @Test
  void refusesHoursThatCannotBe() {
    assertThrows(IllegalArgumentException.class, () -> hours());
    assertThrows(IllegalArgumentException.class, () -> hours(2, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> hours(1, 0));
  }

  private static double distanceOf(ValueHours agent) {
    return shares(agent, 6).distance(agent);
  }

  /** One agent, and so many that are all alike. */
  private static PeerShares shares(ValueHours agent, int others) {
    List<ValueHours> agents = new ArrayList<>(Collections.nCopies(others, ALIKE));
    agents.add(agent);
    return new PeerShares(agents);
  }

  /** Keys and hours by turns; value 7 is called v7. */
  private static ValueHours hours(int... keysAndHours) {
    int size = keysAndHours.length / 2;
    long[] keys = new long[size];
    String[] labels = new String[size];
    int[] hours = new int[size];
    for (int i = 0; i < size; i++) {
      keys[i] = keysAndHours[2 * i];
      labels[i] = "v" + keys[i];
      hours[i] = keysAndHours[2 * i + 1];
    }
    return new ValueHours(keys, labels, hours);
  }
}
