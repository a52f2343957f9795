package io.driftline.incident;

import static io.driftline.incident.Technique.CREDENTIAL_HARVESTING;
import static io.driftline.incident.Technique.DATA_DESTRUCTION_VIA_TOOL;
import static io.driftline.incident.Technique.EXFILTRATION_VIA_TOOL;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What the words of a permission say it is good for to an adversary. Permissions are written in
 * many styles ({@code mail:send}, {@code s3:DeleteObject}), so each of their words counts.
 */
final class PermissionThreats {

  /** By word, in lower case. */
  static final Map<String, Technique> BY_WORD = byWord();

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");

  private PermissionThreats() {}

  private static Map<String, Technique> byWord() {
    Map<String, Technique> words = new LinkedHashMap<>();
    for (String word :
        new String[] {"send", "share", "export", "upload", "publish", "post", "forward"}) {
      words.put(word, EXFILTRATION_VIA_TOOL);
    }
    for (String word : new String[] {"secret", "secrets", "vault", "credentials", "passwords"}) {
      words.put(word, CREDENTIAL_HARVESTING);
    }
    for (String word :
        new String[] {"delete", "remove", "destroy", "drop", "purge", "wipe", "truncate"}) {
      words.put(word, DATA_DESTRUCTION_VIA_TOOL);
    }
    return Collections.unmodifiableMap(words);
  }

  /** Adds what the permission suggests; nothing for {@code null}. */
  static void addTo(Collection<Technique> techniques, String permission) {
    if (permission == null) {
      return;
    }
    BETWEEN_WORDS
        .splitAsStream(permission)
        .map(word -> BY_WORD.get(word.toLowerCase(Locale.ROOT)))
        .filter(Objects::nonNull)
        .forEach(techniques::add);
  }
}
