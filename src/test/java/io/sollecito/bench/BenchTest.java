package io.sollecito.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.sollecito.mapping.Mapping;
import io.sollecito.mapping.Outcome;
import io.sollecito.mapping.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {

    @Test
    void the_report_has_every_measurement_and_keeps_its_schema() throws Exception {
        BenchReport report = Bench.measure(200, Set.of());

        assertThat(schema().validate(report.json())).isEmpty();
        assertThat(report.measurements())
                .extracting(Measurement::name)
                .containsExactly(
                        "FastCSV alone",
                        "CSV, file to canonical records",
                        "fastexcel-reader alone",
                        "XLSX, file to canonical records",
                        "bare StAX pass, UBL",
                        "UBL, file to canonical records",
                        "bare StAX pass, FatturaPA",
                        "FatturaPA, file to canonical records",
                        "COPY into open_item",
                        "mapping alone",
                        "first load, records to committed",
                        "first load, file to committed",
                        "next day, 2 % changed, records",
                        "next day, 2 % changed, file",
                        "cursor over open_item",
                        "planning, all decisions new",
                        "planning, next day",
                        "claims and completions",
                        "SMTP dialogue of the same bytes",
                        "e-mails, against the dialogue",
                        "e-mails, waiting to sent",
                        "printing one finished page",
                        "letters, facts to PDF/A",
                        "bare StAX pass",
                        "camt.053, file to entries",
                        "MT940, a tenth of the entries",
                        "MT940, one message",
                        "payments decided, in memory",
                        "precision",
                        "recall",
                        "first candidate right",
                        "payments, entries to allocations");
        assertThat(report.table()).contains("first load, file to committed", "COPY into open_item, budget 0.65: ");
    }

    @Test
    void the_file_says_the_same_as_the_canonical_records(@TempDir Path folder) throws Exception {
        ManyItems items = new ManyItems(60, 1);
        Path file = folder.resolve(items.fileName());
        items.write(file);
        List<Outcome> ofFile = new ArrayList<>();
        List<Outcome> ofRecords = new ArrayList<>();

        Mapping.load(Path.of("mappings/sap-fbl5n.yaml"))
                .readFile(file, items.fileName(), new Scope(ManyItems.CREDITOR, ManyItems.SOURCE), ofFile::add);
        items.records().read(ofRecords::add);

        assertThat(ofFile).hasSize(60).isEqualTo(ofRecords);
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = BenchTest.class.getResourceAsStream("/schema/bench.schema.json")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in);
        }
    }
}
