package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.mapping.Mapping;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TryingAMappingTest {

    private static final String LIST = "samples/mappings/sap-fbl5n-list/Kundenposten_20260303.txt";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void one_record_is_explained_field_by_field() {
        assertThat(run("sap-fbl5n-list", LIST, "--explain", "7")).isZero();

        assertThat(out.toString())
                .contains("openItem of line 7: applied")
                .containsPattern(
                        "openAmount +-244.00 EUR  <- 'Clrng doc.' or 'Ausgl.bel.' is blank  <- 'Amount in DC' or 'Betrag in BW' = '244,00-'")
                .contains("of the mapping)");
        assertThat(run("sap-fbl5n-list", LIST, "--explain", "1")).isEqualTo(1);
        assertThat(err.toString()).contains("no record that the mapping wants begins at this line");
    }

    @Test
    void a_sample_ends_after_so_many_records() {
        assertThat(run("sap-fbl5n-list", LIST, "--sample", "3")).isZero();

        assertThat(out.toString()).contains("3 records read: 2 applied, 1 filtered");
    }

    @Test
    void a_draft_is_proposed_that_loads_and_reads_its_file() throws Exception {
        Path file = Files.writeString(
                folder.resolve("aperti.csv"),
                "Elenco partite aperte\n\nCod. cliente;Ragione sociale;Num. documento;Tipo;Data documento;Scadenza;Importo;Residuo;Divisa\n"
                        + "00417;Officine Brenta;V/310;Fattura;12/01/2026;11/02/2026;1.220,00;1.220,00;EUR\n"
                        + "00417;Officine Brenta;N/12;Nota di credito;19/01/2026;19/01/2026;-61,00;-61,00;EUR\n");
        assertThat(run("--init", file.toString())).isZero();
        Path draft = Files.writeString(folder.resolve("draft.yaml"), out.toString());

        assertThat(Mapping.check(draft)).isEmpty();
        out.getBuffer().setLength(0);
        assertThat(run(draft.toString(), file.toString())).isZero();
        assertThat(out.toString())
                .contains("They made 2 open items and 1 debtors.")
                .contains("CREDIT_NOTE");
    }

    @Test
    void a_draft_leaves_to_a_person_what_it_does_not_recognise() throws Exception {
        Path file = Files.writeString(
                folder.resolve("offen.csv"),
                "Kundennr.;Kunde;E-Mail;Land;Belegnr.;Art;Belegdatum;Fällig am;S/H;Offen;Währung\n"
                        + "10;Öttinger;ap@oettinger.example;DE;RE-1;RE;12.01.2026;11.02.2026;S;1.190,00;EUR\n"
                        + "10;Öttinger;ap@oettinger.example;DE;GS-2;GS;12.01.2026;11.02.2026;H;90,00;EUR\n"
                        + "11;Weiß;ap@weiss.example;DE;AN-3;AN;12.01.2026;11.02.2026;S;10,00;EUR\n"
                        + ";;;;Summe;;;;;1.110,00;\n");
        assertThat(run("--init", file.toString())).isZero();
        assertThat(out.toString())
                .contains("# filter: {total: {column: \"Kundennr.\", blank: true}} # blank in 1 row: a total?")
                .contains("# \"AN\": ? # not recognised: say which type it is")
                .contains("sign: {column: \"S/H\", negative: [H]}");
        Path draft = Files.writeString(folder.resolve("draft.yaml"), out.toString());

        assertThat(Mapping.check(draft)).isEmpty();
        out.getBuffer().setLength(0);
        assertThat(run(draft.toString(), file.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("Öttinger", "ap@oettinger.example", "DE", "-90.00 EUR")
                .contains("4 records read: 2 applied, 0 filtered, 2 quarantined.")
                .containsSubsequence("offen.csv:4:", "offen.csv:5:");
    }

    @Test
    void a_draft_names_the_columns_and_the_rows_that_it_leaves_to_a_person() throws Exception {
        Path file = Files.writeString(
                folder.resolve("scadenzario.csv"),
                "Codice;Intestatario;P.IVA;Causale;Nr. Doc.;Scad.;Importo;Cond. Pag.\n"
                        + "501;Officine Brenta;01234567897;Fattura;1024/A;14/02/26;1.220,00;RB 30\n"
                        + "Totale generale;;;;;;1.220,00;\n");
        assertThat(run("--init", file.toString())).isZero();

        assertThat(out.toString())
                .contains("# Not used below: Cond. Pag.\n", "dates: dd/MM/yy\n")
                .contains(
                        "debtor: {column: \"Codice\"}",
                        "vatId: {column: \"P.IVA\"}",
                        "name: {column: \"Intestatario\"}")
                .contains("# filter: {total: {column: \"Nr. Doc.\", blank: true}} # blank in 1 row: a total?");
    }

    @Test
    void a_draft_finds_how_dates_and_amounts_are_written_even_below_captions_that_it_does_not_know() throws Exception {
        Path file = Files.writeString(
                folder.resolve("saldos.csv"),
                "Referencia;Vence;Emitida;Pendiente\nA-1;14.02.2026;15.01.2026;1.220,00\nA-2;20.02.2026;;61,00-\n");
        assertThat(run("--init", file.toString())).isZero();

        assertThat(out.toString())
                .contains("numbers: {decimal: \",\", grouping: \".\", trailingMinus: true}", "dates: dd.MM.yyyy\n");
    }

    @Test
    void a_draft_takes_debit_and_credit_where_no_other_column_holds_the_amount() throws Exception {
        Path file = Files.writeString(
                folder.resolve("partitario.csv"),
                "Codice;Intestatario;Causale;Nr. Doc.;Data Doc.;Scad.;Dare;Avere\n"
                        + "501;Officine Brenta;Fattura;1024/A;15/01/26;14/02/26;1.220,00;\n"
                        + "501;Officine Brenta;Nota di credito;88/A;20/01/26;20/01/26;;122,00\n");
        assertThat(run("--init", file.toString())).isZero();
        Path draft = Files.writeString(folder.resolve("draft.yaml"), out.toString());

        assertThat(out.toString())
                .contains("openAmount: {debit: \"Dare\", credit: \"Avere\", currency: {constant: EUR}}");
        assertThat(run(draft.toString(), file.toString())).isZero();
        assertThat(out.toString()).contains("1220.00 EUR", "-122.00 EUR", "They made 2 open items and 1 debtors.");
    }

    @Test
    void another_separator_than_the_mapping_says_is_told() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "Konto,Beleg,Art,Betrag\n1,2,RE,3.00\n");
        Path mapping = Files.writeString(folder.resolve("m.yaml"), """
                source: {format: csv, separator: ";", header: find}
                numbers: {decimal: "."}
                records:
                  - kind: openItem
                    itemKey: {column: Beleg}
                    debtor: {column: Konto}
                    documentNo: {column: Beleg}
                    type: {constant: INVOICE}
                    openAmount: {column: Betrag, currency: {constant: EUR}}
                """);

        assertThat(run(mapping.toString(), file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("Compare the mapping's separator with the file's. It needs: 'Betrag'");
    }

    private int run(String... call) {
        return new CommandLine(new MapCommand(() -> Path.of("mappings")))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(call);
    }
}
