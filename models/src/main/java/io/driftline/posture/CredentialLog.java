package io.driftline.posture;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Who used what, and when last: at most {@value #MOST}, those unused for longest going first. */
final class CredentialLog {

  static final int MOST = 64;

  private final Function<CredentialUse, String> key;
  private final TreeMap<String, KnownUse> uses = new TreeMap<>();

  /**
   * @param key what one entry is about
   */
  CredentialLog(Function<CredentialUse, String> key) {
    this.key = key;
  }

  /** Adds a use, and tells what is known by then. */
  KnownUse add(CredentialUse use, long breakMillis) {
    String name = key.apply(use);
    KnownUse known = uses.get(name);
    if (known == null) {
      known = KnownUse.of(use);
      uses.put(name, known);
      makeRoom();
    } else {
      known.add(use, breakMillis);
    }
    return known;
  }

  private void makeRoom() {
    if (uses.size() > MOST) {
      String oldest =
          uses.entrySet().stream()
              .min(Map.Entry.comparingByValue(Comparator.comparingLong(KnownUse::last)))
              .orElseThrow()
              .getKey();
      uses.remove(oldest);
    }
  }

  /** All, in order of their names. */
  Collection<KnownUse> all() {
    return uses.values();
  }

  /** When anything was used last; {@link KnownUse#NEVER} if nothing was. */
  long last() {
    return uses.values().stream().mapToLong(KnownUse::last).max().orElse(KnownUse.NEVER);
  }

  void write(StateWriter out) {
    out.writeInt(uses.size());
    uses.values().forEach(each -> each.write(out));
  }

  void read(StateReader in) {
    for (int left = in.readCount(1); left > 0; left--) {
      KnownUse known = KnownUse.read(in);
      uses.put(key.apply(known.latest()), known);
    }
  }
}
