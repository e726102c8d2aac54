package io.sollecito.bank.camt;

import io.sollecito.model.Statement.Counterparty;

/**
 * One TxDtls as it stands in the file.
 *
 * @param amount of the transaction itself, or null
 * @param booked the transaction's amount as booked (AmtDtls/TxAmt), or null
 * @param credit its own direction, or null when it follows the entry's
 * @param additional AddtlTxInf
 */
record Details(
        CamtValues.Amount amount,
        CamtValues.Amount booked,
        Boolean credit,
        String bankReference,
        String endToEndId,
        String creditorReference,
        String remittance,
        String additional,
        Counterparty debtor,
        Counterparty creditor,
        String returnReason) {}
