package io.sollecito.intake;

import static io.sollecito.intake.Desk.credit;
import static io.sollecito.intake.Desk.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.ledger.payments.WriteOffs;
import io.sollecito.model.TwoPeople;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Refunds and write-offs count at once and are accounted for by the ERP like money (law 10). */
class AccountedRefundTest {

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_refund_is_accounted_for_when_the_erp_drops_the_credit(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"), credit("C", "-120"));
        long allocation = desk.allocate(5, "C", "-120");
        assertThat(desk.effective("C")).isEqualTo("0");
        assertThat(desk.effective("A")).isEqualTo("1000");

        desk.snapshot(6, invoice("A", "1000"));

        assertThat(desk.state(allocation)).isEqualTo("confirmed");
        assertThat(desk.effective("C")).isEqualTo("0");
        assertThat(desk.effective("A")).isEqualTo("1000");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_write_off_is_accounted_for_when_the_erp_lowers_the_item(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"));
        new WriteOffs(desk.database, Clock.fixed(Desk.day(5), ZoneOffset.UTC), Map.of())
                .give(item(desk), new BigDecimal("3"), new TwoPeople("anna", "bruno"), "rounding");
        assertThat(desk.effective("A")).isEqualTo("997");

        desk.snapshot(6, invoice("A", "997"));

        assertThat(desk.effective("A")).isEqualTo("997");
        assertThat(desk.items.unexplainedDecreases(Desk.ACME, Desk.day(1))).isEmpty();
    }

    private static long item(Desk desk) {
        return desk.database
                .sql()
                .sql("select id from open_item")
                .query(Long.class)
                .single();
    }
}
