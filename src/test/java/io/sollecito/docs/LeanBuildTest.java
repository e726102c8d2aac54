package io.sollecito.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What of Kafka gets into {@code lib/}, as pom.xml says it. */
class LeanBuildTest {

    private static final String OF_KAFKA = "dependencies/dependency[contains(artifactId, 'kafka')]";

    private Document pom;

    @BeforeEach
    void read() throws Exception {
        pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
    }

    @Test
    void without_the_profile_kafka_is_there_for_tests_only() throws Exception {
        assertThat(texts("/project/" + OF_KAFKA + "/artifactId")).contains("camel-kafka-starter");
        assertThat(texts("/project/" + OF_KAFKA + "[not(scope = 'test')]/artifactId"))
                .isEmpty();
        assertThat(texts("/project/profiles/profile[activation]/id")).isEmpty();
    }

    @Test
    void the_profile_adds_the_client_and_no_broker() throws Exception {
        assertThat(texts("/project/profiles/profile[id = 'kafka']/" + OF_KAFKA + "[scope = 'runtime']/artifactId"))
                .containsExactly("camel-kafka-starter");
    }

    private List<String> texts(String path) throws Exception {
        XPath xpath = XPathFactory.newInstance().newXPath();
        NodeList nodes = (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(n -> nodes.item(n).getTextContent())
                .toList();
    }
}
