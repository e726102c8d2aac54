package io.sollecito.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.cli.Hub;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often the ERP reminded by itself comes with its list, if the list has these columns. */
class ErpDunningTest {

    @TempDir
    private Path folder;

    @Test
    void an_sap_list_with_dunning_columns_tells_level_and_day() throws IOException {
        Path list = Files.writeString(folder.resolve("FBL5N_OPOS_20260302.csv"), """
                Account;Document Type;Document Number;Reference;Document Date;Posting Date;Net due date;Debit/Credit Ind.;\
                Amount in local currency;Local Currency;Payment Method;Dunning Block;Clearing date;Dunning Level;Last Dunned
                104711;RV;1800000123;2026/1042;15.01.2026;15.01.2026;14.02.2026;S;1.190,00;EUR;;;;2;20.02.2026
                104711;RV;1800000124;2026/1043;15.01.2026;15.01.2026;14.02.2026;S;1.190,00;EUR;;;;;
                """);
        StringWriter printed = new StringWriter();
        Hub.commandLine()
                .setOut(new PrintWriter(printed))
                .execute("map", "sap-fbl5n", list.toString(), "--json", "--creditor", "ACME", "--source", "sap");

        assertThat(printed.toString().lines().filter(line -> line.contains("\"itemKey\"")))
                .hasSize(2)
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"dunningLevel\":2,\"dunnedOn\":\"2026-02-20\""),
                        line -> assertThat(line).doesNotContain("dunningLevel"));
    }
}
