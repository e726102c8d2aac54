package io.sollecito.ledger.mailbox;

import io.sollecito.ledger.database.Database;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret that signs return paths: made once, and the same for all nodes of a ledger. */
public final class BounceKey {

    private static final int BYTES = 32;

    private BounceKey() {}

    public static byte[] of(Database database) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        database.sql()
                .sql("merge into bounce_key k using (select 1 as id, cast(? as varchar) as secret) n on k.id = n.id"
                        + " when not matched then insert (id, secret) values (n.id, n.secret)")
                .param(HexFormat.of().formatHex(fresh))
                .update();
        return HexFormat.of()
                .parseHex(database.sql()
                        .sql("select secret from bounce_key where id = 1")
                        .query(String.class)
                        .single());
    }
}
