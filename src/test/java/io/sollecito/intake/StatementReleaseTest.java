package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.bank.CamtFixture;
import io.sollecito.digest.StoryLine;
import io.sollecito.digest.Why;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.payments.Doubtful;
import io.sollecito.ledger.payments.Release;
import io.sollecito.ledger.payments.StatementTaken;
import io.sollecito.ledger.payments.WaitingStatements;
import io.sollecito.model.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people decide about statements that wait. */
class StatementReleaseTest extends StatementLedger {

    @ParameterizedTest
    @MethodSource("ledgers")
    void doubtful_twins_count_as_new_when_a_person_says_so(Database database) {
        open(database);
        long id = doubtful();

        assertThat(release(new Release(id, Doubtful.NEW, "anna", null, "two rents")).entriesNew())
                .isEqualTo(1);

        assertThat(number("select count(*) from payment where 1 = ?", 1)).isEqualTo(2);
        assertThat(events()).contains("statement-released");
        assertThat(new Why(ledger, new Journal(ledger, CLOCK), ZoneOffset.UTC).tell("statement:" + id).lines())
                .extracting(StoryLine::text)
                .anyMatch(line -> line.contains("1 entry of it was new"))
                .anyMatch(line -> line.contains("statement released by anna"));
        assertThatThrownBy(() -> release(new Release(id, Doubtful.NEW, "anna", null, "again")))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void doubtful_twins_count_as_known_when_a_person_says_so(Database database) {
        open(database);
        long id = doubtful();

        assertThat(release(new Release(id, Doubtful.KNOWN, "anna", null, "the same")).entriesNew())
                .isZero();

        assertThat(number("select count(*) from payment where 1 = ?", 1)).isEqualTo(1);
        assertThat(text("select state from bank_statement where id = ?", id)).isEqualTo("applied");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_does_not_add_up_is_applied_by_two_people_only(Database database) {
        open(database);
        long item = item("2026/1042", "7", "835.44");
        take(CamtFixture.statement()
                .payment("835.44", "B1", "a", null, "2026/1042")
                .closing("0.00"));
        long id = waiting();

        assertThatThrownBy(() -> release(new Release(id, Doubtful.NEW, "anna", null, "the bank confirmed it")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("second person");
        assertThat(open(item)).isEqualByComparingTo("835.44");
        release(new Release(id, Doubtful.NEW, "anna", "bruno", "the bank confirmed it"));

        assertThat(open(item)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_account_that_the_configuration_does_not_name_is_not_released_but_one_that_it_names_meanwhile(
            Database database) {
        open(database);
        String foreign = CamtFixture.statement()
                .payment("1.00", "B1", "a", null, "x")
                .xml()
                .replace(CamtFixture.ACCOUNT, "DE89370400440532013000");
        taken(foreign);
        long id = waiting();

        assertThatThrownBy(() -> release(new Release(id, Doubtful.NEW, "anna", null, "it is ours")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("accountAliases");
        assertThat(text("select state from bank_statement where id = ?", id)).isEqualTo("quarantined");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void nothing_of_a_damaged_file_is_ever_applied_but_it_can_be_rejected(Database database) {
        open(database);
        String whole = CamtFixture.statement().payment("1.00", "B1", "a", null, "x").xml();
        taken(whole.substring(0, whole.length() - 40));
        long id = waiting();

        assertThatThrownBy(() -> release(new Release(id, Doubtful.NEW, "anna", "bruno", "?")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("damaged");
        new WaitingStatements(ledger, CLOCK).reject(id, "anna", "the bank sent it again");

        assertThat(text("select state from bank_statement where id = ?", id)).isEqualTo("rejected");
        assertThat(number("select count(*) from bank_entry where 1 = ?", 1)).isZero();
        assertThatThrownBy(() -> new WaitingStatements(ledger, CLOCK).reject(id, "anna", "again"))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_kept_file_that_somebody_changed_is_not_applied(Database database) throws IOException {
        open(database);
        long id = doubtful();
        Files.writeString(Path.of(text("select kept_as from bank_statement where id = ?", id)), "changed");

        assertThatThrownBy(() -> release(new Release(id, Doubtful.NEW, "anna", null, "?")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not the one that came");
    }

    /** The id of a statement that waits because one of its entries may be known. */
    private long doubtful() {
        take(CamtFixture.statement().payment("100.00", null, "Rossi", IBAN, "a"));
        take(CamtFixture.statement().opening("900.00").payment("100.00", null, "Rossi", IBAN, "a"));
        return waiting();
    }

    private long waiting() {
        return number("select id from bank_statement where state = 'quarantined' and 1 = ?", 1);
    }

    private void taken(String content) {
        try {
            Path file = Files.writeString(Files.createTempFile(folder, "statement", ".xml"), content);
            intake().take("bank-acme", ACME, file, "statement.xml", NOW);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private StatementTaken release(Release release) {
        return new StatementRelease(new WaitingStatements(ledger, CLOCK), CLOCK)
                .release(release, ACME, StatementSource.UNKNOWN);
    }
}
