package io.sollecito.bank.coda;

import io.sollecito.bank.text.AccountNumber;
import io.sollecito.bank.text.FixedRecord;
import io.sollecito.bank.text.NationalIban;

/**
 * An account and its currency, in the 37 characters that records 1, 2.3 and 8 give them.
 *
 * @param number the IBAN, also of a Belgian number of twelve digits, else the number as given; null when there is none
 * @param currency null when there is none
 */
record CodaAccount(String number, String currency) {

    private static final int WIDTH = 37;
    private static final char BELGIAN_NUMBER = '0';

    /**
     * @param structure 0 a Belgian number, 1 a foreign one, 2 a Belgian IBAN, 3 a foreign one: a Belgian number has the currency in 14 to 16, the others in the last
     *     three
     */
    static CodaAccount own(FixedRecord record, int from, char structure) {
        return of(record.field(from, from + WIDTH - 1), structure == BELGIAN_NUMBER);
    }

    /** Record 2.3 does not say which structure the other side's account has. */
    static CodaAccount counterparty(FixedRecord record, int from) {
        String zone = record.field(from, from + WIDTH - 1);
        return of(zone, zone.substring(0, 13).matches("[0-9]{12} "));
    }

    private static CodaAccount of(String zone, boolean belgianNumber) {
        String number = zone.substring(0, belgianNumber ? 12 : 34).strip();
        String currency = zone.substring(belgianNumber ? 13 : 34, belgianNumber ? 16 : WIDTH)
                .strip();
        String iban = belgianNumber ? NationalIban.belgian(number) : AccountNumber.iban(number);
        return new CodaAccount(
                number.isEmpty() ? null : iban == null ? number : iban, currency.isEmpty() ? null : currency);
    }
}
