package io.sollecito.intake;

import static io.sollecito.PayeesForTests.FACTOR;
import static io.sollecito.PayeesForTests.OTHER_FACTOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.PayeesForTests;
import io.sollecito.digest.Why;
import io.sollecito.mapping.Outcome;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.Dunned;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Payee;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the ledger keeps of an item beside its columns is what the source said. */
class ItemDetailsIntakeTest {

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void whom_an_item_is_paid_to_is_kept_and_a_change_of_it_is_one_of_the_item(Desk desk) {
        desk.snapshot(5, assigned("A", FACTOR), Desk.invoice("B", "10"));
        assertThat(desk.find("A").item().payTo()).isEqualTo(FACTOR);
        assertThat(desk.find("A").item().holds()).containsExactly("assigned");
        assertThat(desk.find("B").item().payTo()).isNull();

        desk.snapshot(6, assigned("A", OTHER_FACTOR), Desk.invoice("B", "10"));
        assertThat(desk.find("A").item().payTo()).isEqualTo(OTHER_FACTOR);
        assertThat(desk.history("A")).containsExactly("changed");

        desk.snapshot(7, Desk.invoice("A", "10"), Desk.invoice("B", "10"));
        assertThat(desk.find("A").item().payTo()).isNull();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void how_often_the_erp_reminded_is_kept_and_told(Desk desk) {
        desk.snapshot(5, dunned("A", new Dunned(2, LocalDate.of(2026, 1, 4))), dunned("B", new Dunned(1, null)));
        assertThat(desk.find("A").item().dunned()).isEqualTo(new Dunned(2, LocalDate.of(2026, 1, 4)));
        assertThat(desk.find("B").item().dunned()).isEqualTo(new Dunned(1, null));
        assertThat(why(desk, "A"))
                .contains("The ERP has reminded about it itself, up to level 2, last on 2026-01-04, says fbl5n.csv.");
        assertThat(why(desk, "B")).contains("The ERP has reminded about it itself, up to level 1, says fbl5n.csv.");

        desk.snapshot(6, dunned("A", new Dunned(3, LocalDate.of(2126, 1, 4))), assigned("B", FACTOR));
        assertThat(desk.find("A").item().dunned()).isEqualTo(new Dunned(3, LocalDate.of(2126, 1, 4)));
        assertThat(desk.find("B").item().dunned()).isNull();
        assertThat(why(desk, "A")).contains("level 3, last on 2126-01-04, which lay ahead and is not counted, says");
        assertThat(why(desk, "B"))
                .contains("It is to be paid to Fattore S.p.A. (IT40S0542811101000000123456), says fbl5n.csv.")
                .doesNotContain("reminded about it itself");
    }

    private static String why(Desk desk, String key) {
        Why why = new Why(desk.database, desk.journal, ZoneOffset.UTC);
        return why.text(why.tell("item:" + desk.find(key).id()));
    }

    private static Outcome dunned(String key, Dunned dunned) {
        ObjectNode json = CanonicalJson.write((OpenItem) ((Outcome.Mapped) Desk.invoice(key, "10")).canonical());
        json.put("dunningLevel", dunned.level())
                .put("dunnedOn", dunned.on() == null ? null : dunned.on().toString());
        return new Outcome.Mapped(CanonicalJson.openItem(json), 2, true);
    }

    private static Outcome assigned(String key, Payee payTo) {
        OpenItem item = (OpenItem) ((Outcome.Mapped) Desk.invoice(key, "10")).canonical();
        return new Outcome.Mapped(PayeesForTests.assigned(item, payTo), 2, true);
    }
}
