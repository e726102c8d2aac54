package io.sollecito.mapping;

import static io.sollecito.mapping.MappingForTests.SCOPE;
import static io.sollecito.mapping.MappingForTests.item;
import static io.sollecito.mapping.MappingForTests.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** XML documents that are embedded in PDFs (Factur-X, ZUGFeRD). */
class EmbeddedDocumentTest {

    private static final Mapping MAPPING = mapping("""
            source: {format: xml, record: /R, embedded: [factur-x.xml, zugferd-invoice.xml]}
            records:
              - kind: openItem
                debtor: {column: C}
                documentNo: {column: N}
                type: {constant: OTHER}
                issueDate: {constant: 2026-01-01}
                openAmount: {column: A, currency: {constant: EUR}}
            """);

    @TempDir
    private Path folder;

    @Test
    void the_document_is_taken_out_of_the_table_of_names() throws Exception {
        byte[] pdf = new HybridPdf()
                .named("a", "terms.txt", "terms".getBytes(StandardCharsets.UTF_8))
                .named("factur-x.xml", "factur-x.xml", document("1"))
                .bytes();

        assertThat(read(pdf))
                .singleElement()
                .satisfies(outcome -> assertThat(item(outcome).documentNo()).isEqualTo("1"));
    }

    @Test
    void the_document_is_found_in_a_table_of_several_nodes_that_leads_back_to_itself() throws Exception {
        HybridPdf pdf = new HybridPdf();
        for (int i = 0; i < 10; i++) {
            pdf.named("file" + i, "file" + i, new byte[] {1});
        }

        assertThat(read(pdf.named("z", "ZUGFeRD-invoice.xml", document("2")).bytes(3)))
                .hasSize(1);
    }

    @Test
    void a_document_that_is_only_associated_is_found_too() throws Exception {
        assertThat(read(new HybridPdf()
                        .associated("factur-x.xml", document("3"))
                        .bytes()))
                .hasSize(1);
    }

    @Test
    void the_first_of_the_mapping_s_names_counts() throws Exception {
        byte[] pdf = new HybridPdf()
                .named("a", "zugferd-invoice.xml", document("old"))
                .named("b", "factur-x.xml", document("new"))
                .bytes();

        assertThat(item(read(pdf).get(0)).documentNo()).isEqualTo("new");
    }

    @Test
    void plain_xml_is_read_as_before() throws Exception {
        assertThat(read(document("4"))).hasSize(1);
    }

    @Test
    void a_document_of_another_kind_is_refused_and_not_taken_for_an_empty_one() {
        byte[] other = "<S><C>x</C></S>".getBytes(StandardCharsets.UTF_8);

        refused(other, "is a document of another kind: S");
        refused(new HybridPdf().associated("factur-x.xml", other).bytes(), "is a document of another kind: S");
    }

    @Test
    void a_pdf_without_the_document_says_what_it_carries() {
        refused(new HybridPdf().bytes(), "carries no file factur-x.xml or zugferd-invoice.xml, and no other");
        refused(
                new HybridPdf().named("a", "x\n".repeat(100), new byte[] {1}).bytes(),
                "carries no file factur-x.xml or zugferd-invoice.xml; it carries 'x x x");
    }

    @Test
    void two_documents_of_one_name_are_refused() {
        refused(
                new HybridPdf()
                        .named("a", "factur-x.xml", document("1"))
                        .named("b", "factur-x.xml", document("2"))
                        .bytes(),
                "carries several files 'factur-x.xml'");
    }

    @Test
    void encrypted_and_damaged_files_are_refused() {
        byte[] pdf = new HybridPdf().named("a", "factur-x.xml", document("1")).bytes();

        refused(
                new HybridPdf()
                        .named("a", "factur-x.xml", document("1"))
                        .encrypted()
                        .bytes(),
                "is encrypted");
        refused(Arrays.copyOf(pdf, pdf.length / 2), "is damaged");
        refused("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), "is damaged");
    }

    @Test
    void what_unpacks_to_too_much_is_refused_before_it_does() {
        refused(new HybridPdf().named("a", "factur-x.xml", new byte[20_000_000]).bytes(), "unpacks to more than 16 MB");
        refused(HybridPdf.withTableOf(200_000_000, "/Filter /FlateDecode"), "unpacks to more than 4 MB");
        refused(
                HybridPdf.withTableOf(100, "/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 2000000000>>"),
                "packs its data in a way that is not read");
        refused(
                HybridPdf.withTableOf(
                        100,
                        "/Filter /FlateDecode /DecodeParms"
                                + " <</Predictor 12 /Columns 10000 /Colors 32 /BitsPerComponent 6000>>"),
                "packs its data in a way that is not read");
        refused(
                HybridPdf.withTableOf(100, "/Filter [/FlateDecode /FlateDecode]"),
                "packs its data in a way that is not read");
        refused(
                ("%PDF-1.7\n1 0 obj\n" + "[".repeat(100_000) + "\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n")
                        .getBytes(StandardCharsets.US_ASCII),
                "is damaged");
    }

    @Test
    void embedded_documents_belong_to_xml() {
        assertThatThrownBy(() -> mapping("source: {format: json, embedded: [a.json]}\nrecords: []\n"))
                .hasMessageContaining("unknown key 'embedded'");
    }

    private static byte[] document(String number) {
        return ("<R><C>x</C><N>" + number + "</N><A>5.00</A></R>").getBytes(StandardCharsets.UTF_8);
    }

    private void refused(byte[] pdf, String message) {
        assertThatThrownBy(() -> read(pdf)).isInstanceOf(Unreadable.class).hasMessageContaining(message);
    }

    private List<Outcome> read(byte[] bytes) throws Unreadable, IOException {
        List<Outcome> outcomes = new ArrayList<>();
        MAPPING.readFile(Files.write(folder.resolve("a.pdf"), bytes), "a.pdf", SCOPE, outcomes::add);
        return outcomes;
    }
}
