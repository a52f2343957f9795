package io.driftline.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.com/a/b?c=d, example.com",
    "https://Example.COM, example.com",
    "https://ann:secret@example.com:8443/x, example.com",
    "https://example.com?next=@evil.test, example.com",
    "https://[2001:db8::1]:8080/x, [2001:db8::1]",
    "s3://my_bucket/key/part, my_bucket",
    "file:///etc/ssh/id_rsa, /etc/ssh",
    "www.example.com, www.example.com",
    "example.com:8080/a/b, example.com",
  })
  void aUrlGivesItsHostWithoutUserAndPort(String resource, String scope) {
    assertThat(Scope.of(resource)).isEqualTo(scope);
  }

  @ParameterizedTest
  @CsvSource({
    "bob@example.com, example.com",
    "bob@Example.com, example.com",
    "Bob <bob@example.com>, example.com",
    "'bob@example.com,eve@example.com', example.com",
    "'bob@example.com,eve@evil.test', 'evil.test,example.com'",
    "'eve@evil.test;bob@example.com', 'evil.test,example.com'",
    "recipients=bob@example.com, recipients=example.com",
  })
  void addressesGiveTheirDomains(String resource, String scope) {
    assertThat(Scope.of(resource)).isEqualTo(scope);
  }

  @ParameterizedTest
  @CsvSource({
    "/home/ann/notes.txt, /home/ann",
    "/home, /home",
    "/, /",
    "//share/folder/x, //share/folder",
    "docs/2026/plan.md, docs/2026",
    "path=/home/ann/notes.txt, path=/home/ann",
    "C:\\Users\\ann\\notes.txt, C:\\Users\\ann",
    "C:/Users/ann/notes.txt, C:/Users/ann",
    "\\\\server\\share\\notes.txt, \\\\server\\share",
  })
  void aPathGivesItsFirstTwoSegments(String resource, String scope) {
    assertThat(Scope.of(resource)).isEqualTo(scope);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "@, @",
    "a@, a@",
    "a@ b, a@ b",
    "invoice-42, invoice-42",
    "the quick brown fox jumps over the lazy dog, the quick brown fox jump",
    "query=, query=",
    "query=the quick brown fox jumps over, query=the quick brown fox jump",
    "=, =",
  })
  void anythingElseGivesItsBeginning(String resource, String scope) {
    assertThat(Scope.of(resource)).isEqualTo(scope);
  }

  @Test
  void nothingHasNoScope() {
    assertThat(Scope.of(null)).isNull();
  }

  @Test
  void aVeryLongNameIsCutAndTakesNoLongTime() {
    assertThat(Scope.of("a".repeat(100) + ".example.com/x")).hasSize(64);
    assertThat(Scope.of("x:///y".repeat(100_000))).hasSizeLessThanOrEqualTo(64);
    assertThat(Scope.of("@".repeat(100_000))).hasSizeLessThanOrEqualTo(64);
  }

  @Property(seed = "1")
  void anyTextHasAShortScope(@ForAll String resource) {
    assertThat(Scope.of(resource)).isNotNull().hasSizeLessThanOrEqualTo(64);
  }
}
