package io.sollecito;

import io.sollecito.model.Address;
import io.sollecito.model.Creditor;
import io.sollecito.model.Creditor.HowToPay;
import io.sollecito.model.Creditor.Letterhead;
import io.sollecito.model.Creditor.People;
import io.sollecito.model.Creditor.Senders;
import io.sollecito.model.Creditor.Signatory;
import io.sollecito.model.ReferenceKind;
import java.time.ZoneId;
import java.util.List;

/** The company that most tests are about. */
public final class CreditorsForTests {

    /** Without logo, BIC and payment link. */
    public static final Creditor ACME = with(
            new Letterhead(
                    new Address(List.of("Via Torino 12"), "20123", "Milano", "IT"),
                    "IT00000000000",
                    "Acme Italia S.p.A., Milano",
                    null),
            new HowToPay(List.of("IT60X0542811101000000123456"), null, null, ReferenceKind.RF),
            new People(
                    new Signatory("Giulia", "Conti", "giulia.conti@acme.example", "+390212345678"),
                    "crediti@acme.example",
                    List.of("finanza@acme.example")));

    /** With all that a letter can print. */
    public static final Creditor ACME_IN_PRINT = with(
            new Letterhead(
                    new Address(List.of("Via Torino 15"), "20123", "Milano", "IT"),
                    "IT09876543217",
                    "Capitale sociale € 2.000.000 i.v. · Registro Imprese di Milano 09876543217",
                    "config/creditors/logo-acme.png"),
            new HowToPay(List.of("IT60X0542811101000000123456"), "BLOPIT22", null, ReferenceKind.RF),
            new People(
                    new Signatory("Laura", "Conti", "crediti@acme.example", "+39 02 5550 1200"),
                    "reclami@acme.example",
                    List.of("finanza@acme.example")));

    private CreditorsForTests() {}

    public static Creditor with(Letterhead letterhead, HowToPay howToPay, People people) {
        return new Creditor(
                "ACME-IT",
                "Acme Italia S.p.A.",
                "IT",
                ZoneId.of("Europe/Rome"),
                "EUR",
                "it",
                letterhead,
                howToPay,
                people,
                new Senders("crediti@acme.example", "ACME"));
    }
}
