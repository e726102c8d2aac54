package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.Database;
import java.time.Clock;

/** Which evidence files of print houses are kept where. */
public final class EvidenceFiles {

    private final Database database;
    private final Clock clock;

    public EvidenceFiles(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Records a file that is kept; false when the same one is recorded already. */
    public boolean kept(String creditor, String name, String sha256, String keptAs) {
        return 1
                == database.sql()
                        .sql("insert into evidence (creditor, file_name, sha256, kept_as, received_at)"
                                + " select ?, ?, ?, ?, ? where not exists (select 1 from evidence"
                                + " where creditor = ? and file_name = ? and sha256 = ?)")
                        .params(creditor, name, sha256, keptAs, Database.at(clock.instant()), creditor, name, sha256)
                        .update();
    }
}
