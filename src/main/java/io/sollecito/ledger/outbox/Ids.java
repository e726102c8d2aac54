package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.AnyOf;
import java.util.List;
import org.springframework.jdbc.support.SqlArrayValue;

/** The dispatches of claims as one parameter. */
final class Ids {

    private Ids() {}

    static SqlArrayValue of(List<Claim> claims) {
        return AnyOf.numbers(claims.stream().map(Claim::dispatchId).toList());
    }
}
