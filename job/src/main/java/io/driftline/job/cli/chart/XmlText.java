package io.driftline.job.cli.chart;

/** Text that cannot become markup. */
public final class XmlText {

  private static final int REPLACEMENT = 0xFFFD;
  private static final int FIRST_BEYOND = 0x10000;

  private XmlText() {}

  /** Text as XML takes it: what has no place in XML 1.0 becomes U+FFFD. */
  public static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(XmlText::allowed).forEach(out::appendCodePoint);
    return out.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static int allowed(int codePoint) {
    boolean allowed =
        codePoint >= ' ' && codePoint < Character.MIN_SURROGATE
            || codePoint > Character.MAX_SURROGATE && codePoint <= REPLACEMENT
            || codePoint >= FIRST_BEYOND;
    return allowed ? codePoint : REPLACEMENT;
  }
}
