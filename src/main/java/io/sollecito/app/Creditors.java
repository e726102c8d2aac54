package io.sollecito.app;

import io.sollecito.model.Creditor;
import java.util.Collection;
import java.util.Map;

/** The configured creditors by their code. */
record Creditors(Map<String, Creditor> byCode) {

    Creditor get(String code) {
        Creditor creditor = byCode.get(code);
        if (creditor == null) {
            throw new IllegalArgumentException("creditor " + code + " is not configured; known: " + byCode.keySet());
        }
        return creditor;
    }

    Collection<Creditor> all() {
        return byCode.values();
    }
}
