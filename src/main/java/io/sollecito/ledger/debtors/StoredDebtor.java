package io.sollecito.ledger.debtors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.Debtor;

/** A debtor's master data as the ledger keeps it: canonical JSON. */
public final class StoredDebtor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredDebtor() {}

    public static Debtor of(String canonical) {
        try {
            return CanonicalJson.debtor(JSON.readTree(canonical));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a debtor in the ledger is not JSON", broken);
        }
    }
}
