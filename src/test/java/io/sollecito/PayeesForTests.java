package io.sollecito;

import io.sollecito.model.Creditor;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Payee;
import java.util.List;

/** Factors, and what was assigned to them. */
public final class PayeesForTests {

    public static final Payee FACTOR = new Payee("Fattore S.p.A.", "IT40S0542811101000000123456", "BLOPIT22");
    public static final Payee OTHER_FACTOR = new Payee("Zweitfactor AG", "DE89370400440532013000", null);

    private PayeesForTests() {}

    /** The creditor with these factors in its file. */
    public static Creditor naming(Creditor creditor, Payee... factors) {
        Creditor.HowToPay own = creditor.howToPay();
        return CreditorsForTests.with(
                creditor.letterhead(),
                new Creditor.HowToPay(
                        own.accounts(), own.bic(), own.link(), own.references(), own.aliases(), List.of(factors)),
                creditor.people());
    }

    /** The item as the ERP says that it was assigned, and whom it is paid to; null: it does not say. */
    public static OpenItem assigned(OpenItem item, Payee payTo) {
        return paidTo(item, List.of("assigned"), payTo);
    }

    public static OpenItem paidTo(OpenItem item, List<String> holds, Payee payTo) {
        return Changed.with(Changed.with(item, "holds", holds), "payTo", payTo);
    }
}
