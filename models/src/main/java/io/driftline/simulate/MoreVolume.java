package io.driftline.simulate;

/** More sessions every day, for good. */
record MoreVolume(int onset) implements Drift {
  private static final double FACTOR = 2.5;

  @Override
  public DriftScript script() {
    return DriftScript.MORE_VOLUME;
  }

  @Override
  public int end() {
    return onset;
  }

  @Override
  public double sessions(int day) {
    return day < onset ? 1 : FACTOR;
  }
}
