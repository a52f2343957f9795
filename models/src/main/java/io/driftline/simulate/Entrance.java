package io.driftline.simulate;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that comes into an agent's use.
 *
 * @param item a system, for example {@code crm}, or a permission, for example {@code crm:read}
 * @param planned from when on sessions may use it
 * @param firstUsed the first action with it; {@code null} if none was seen
 */
public record Entrance(String item, Instant planned, Instant firstUsed) {

  public Entrance {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(planned, "planned");
  }
}
