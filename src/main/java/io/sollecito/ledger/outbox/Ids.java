package io.sollecito.ledger.outbox;

import java.util.List;
import org.springframework.jdbc.support.SqlArrayValue;

/** The dispatches of claims as one parameter: a statement's text is the same however many they are. */
final class Ids {

    private Ids() {}

    static SqlArrayValue of(List<Claim> claims) {
        return new SqlArrayValue("int8", claims.stream().map(Claim::dispatchId).toArray());
    }
}
