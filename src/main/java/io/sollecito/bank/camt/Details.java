package io.sollecito.bank.camt;

import io.sollecito.model.Statement.Counterparty;

/**
 * One TxDtls as it stands in the file.
 *
 * @param amount of the transaction itself, or null
 * @param booked the transaction's amount as booked (AmtDtls/TxAmt), or null
 * @param original as instructed, before exchange and charges, or null
 * @param charges or null
 * @param credit its own direction, or null when it follows the entry's
 * @param additional AddtlTxInf
 * @param transactionCode its own, or null when it is the entry's
 */
record Details(
        CamtValues.Amount amount,
        CamtValues.Amount booked,
        CamtValues.Amount original,
        CamtValues.Amount charges,
        Boolean credit,
        String bankReference,
        String endToEndId,
        String creditorReference,
        String remittance,
        String additional,
        Counterparty debtor,
        Counterparty creditor,
        String returnReason,
        String transactionCode) {}
