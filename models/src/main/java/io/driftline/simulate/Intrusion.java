package io.driftline.simulate;

import io.driftline.activity.Requester;
import java.util.List;

/**
 * What one session suffers.
 *
 * @param mixed whether the steps happen in the midst of an ordinary session, or are all of it
 * @param requester who asks for the steps; {@code null} for the session's own requester
 * @param sourceIp where the steps come from; {@code null} for the session's own address
 * @param moves the steps out of the ordinary, each naming its attack if it is malicious
 */
record Intrusion(boolean mixed, Requester requester, String sourceIp, List<Move> moves) {

  static Intrusion mixed(List<Move> moves) {
    return new Intrusion(true, null, null, moves);
  }

  static Intrusion alone(List<Move> moves) {
    return new Intrusion(false, null, null, moves);
  }

  Intrusion askedBy(Person person) {
    return new Intrusion(
        mixed, new Requester(person.address(), Requester.Type.USER), sourceIp, moves);
  }

  Intrusion comingFrom(String address) {
    return new Intrusion(mixed, requester, address, moves);
  }
}
