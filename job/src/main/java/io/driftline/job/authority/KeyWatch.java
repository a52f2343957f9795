package io.driftline.job.authority;

import io.driftline.job.state.StoredValue;
import io.driftline.posture.Principal;
import io.driftline.posture.PrincipalWatch;
import io.driftline.posture.PrincipalWatchCodec;

/** What is kept per key: the watch over its principal, once it is known who that is. */
final class KeyWatch {

  private PrincipalWatch watch;

  /** The watch; {@code null} before the first question or change. */
  PrincipalWatch orNull() {
    return watch;
  }

  /** The watch over this principal, who is the same each time. */
  PrincipalWatch over(Principal principal) {
    if (watch == null) {
      watch = new PrincipalWatch(principal);
    }
    return watch;
  }

  /** How it is stored: no bytes before the principal is known. */
  record Stored() implements StoredValue<KeyWatch> {

    @Override
    public KeyWatch fresh() {
      return new KeyWatch();
    }

    @Override
    public byte[] encode(KeyWatch value) {
      return value.watch == null ? new byte[0] : PrincipalWatchCodec.encode(value.watch);
    }

    @Override
    public KeyWatch decode(byte[] bytes) {
      KeyWatch value = new KeyWatch();
      value.watch = bytes.length == 0 ? null : PrincipalWatchCodec.decode(bytes);
      return value;
    }

    @Override
    public long lastUsed(KeyWatch value) {
      return value.watch == null ? Long.MIN_VALUE : value.watch.lastUsed();
    }

    @Override
    public boolean isLasting(KeyWatch value) {
      return value.watch != null && value.watch.isRegistered();
    }
  }
}
