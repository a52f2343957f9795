package io.driftline.job.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class LineChartTest {
  private static final Series FEW =
      new Series("few & slow", List.of(new Point(0.2, 12, "0.7"), new Point(9, 4, "2")));
  private static final Series MANY =
      new Series("many", List.of(new Point(0.2, 20, "0.7"), new Point(9, 9, "2")));

  private static LineChart chart(List<Series> series) {
    return new LineChart("Title", "What it shows", "alarms a year", "days", "setting", series);
  }

  @Test
  void namesAxesLinesAndSettings() throws Exception {
    assertThat(texts(chart(List.of(FEW, MANY))))
        .contains("Title", "alarms a year (logarithmic)", "days", "setting", "few & slow", "many")
        .contains("0.2", "10", "0", "20")
        .containsOnlyOnce("0.7");
  }

  @Test
  void higherValuesAreFurtherUpAndToTheRight() {
    assertThat(chart(List.of(FEW)).svg()).contains("d=\"M76.0 84.0L543.1 284.0\"");
  }

  @Test
  void isReadableOnLightAndDarkPaper() {
    assertThat(chart(List.of(FEW)).svg()).contains("prefers-color-scheme: dark");
  }

  @Test
  void withoutALineThereAreStillAxes() throws Exception {
    assertThat(texts(chart(List.of()))).contains("alarms a year", "days");
  }

  @Test
  void theSameValuesGiveTheSameBytes() {
    assertThat(chart(List.of(FEW, MANY)).svg()).isEqualTo(chart(List.of(FEW, MANY)).svg());
  }

  @Test
  void refusesMoreLinesThanCanBeToldApart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chart(Collections.nCopies(6, FEW)))
        .withMessage("at most 5 lines can be told apart, were 6");
  }

  @Test
  void refusesPointsThatAreNoneAndLinesWithoutAny() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Point(-1, 0, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> new Point(0, Double.NaN, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> new Series("none", List.of()));
  }

  private static List<String> texts(LineChart chart) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    Document document = builder.parse(new InputSource(new StringReader(chart.svg())));
    NodeList texts = document.getElementsByTagName("text");
    return IntStream.range(0, texts.getLength())
        .mapToObj(i -> texts.item(i).getTextContent())
        .toList();
  }
}
