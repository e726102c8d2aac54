package io.sollecito.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.Outlet;
import io.sollecito.digest.Digests;
import io.sollecito.ledger.outbox.DigestMails;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DailyDigestTest {

    private final OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
    private final List<Object> mails = new ArrayList<>();

    @Test
    void a_digest_that_may_have_left_is_counted_and_one_that_did_not_is_sent_again() {
        hub.item("4711", "4711-1", "100.00");
        send((route, mail) -> {
            throw new Outlet.NoRoute(route);
        });
        assertThat(counted()).isZero();
        assertThat(closed()).isZero();

        send((route, mail) -> {
            throw new SmtpFailure(new MessagingException("no answer"), true);
        });
        assertThat(counted()).isOne();
        send((route, mail) -> {
            mails.add(mail);
            return null;
        });
        assertThat(mails).hasSize(1);
        assertThat(counted()).isEqualTo(2);
        assertThat(closed()).isOne();
    }

    private void send(Outlet outlet) {
        Digests digests = new Digests(hub.database, hub.connections, hub.clock);
        new DailyDigest(digests, new DigestMails(hub.database, hub.journal), outlet, hub.clock)
                .send(OutboxForTests.ACME);
    }

    private int counted() {
        return hub.single(Integer.class, "select count(*) from journal where subject = 'digest:ACME-IT:2026-03-02'");
    }

    private int closed() {
        return hub.single(Integer.class, "select count(*) from digest_day");
    }
}
