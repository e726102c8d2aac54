package io.sollecito.demo.companies;

import java.util.List;
import java.util.stream.Collectors;

/** What debtors write into the remittance text of a transfer, in their language. */
final class Wording {

    private Wording() {}

    static String invoices(String language, List<String> numbers) {
        return invoiceWord(language) + " " + String.join(", ", numbers);
    }

    /** The invoice number with two neighbouring digits exchanged, as fingers do. */
    static String slip(String language, String number) {
        char[] typed = number.toCharArray();
        for (int i = typed.length - 1; i > 0; i--) {
            if (Character.isDigit(typed[i]) && Character.isDigit(typed[i - 1]) && typed[i] != typed[i - 1]) {
                char last = typed[i];
                typed[i] = typed[i - 1];
                typed[i - 1] = last;
                break;
            }
        }
        return invoices(language, List.of(new String(typed)));
    }

    static String ownOrder(String language, int number) {
        return switch (language) {
            case "fr" -> "Notre commande " + number;
            case "de" -> "Unsere Bestellung " + number;
            case "en" -> "Our PO " + number;
            default -> "Ns. ordine " + number;
        };
    }

    static String balance(String language) {
        return switch (language) {
            case "fr" -> "Solde de notre compte";
            case "de" -> "Kontoausgleich";
            case "en" -> "Account balance";
            default -> "Saldo estratto conto";
        };
    }

    static String unspecific(String language) {
        return switch (language) {
            case "fr" -> "Virement";
            case "de" -> "Zahlung";
            case "en" -> "Payment";
            default -> "Bonifico a Vs. favore";
        };
    }

    static String paymentOrder(String language, int order, List<String> numbers) {
        String word = language.equals("fr") ? "Mandat " : "Mandato ";
        return word + order + " " + invoices(language, numbers);
    }

    static List<String> numbersOf(List<DemoItem> items) {
        return items.stream().map(item -> item.printedNo).distinct().collect(Collectors.toList());
    }

    private static String invoiceWord(String language) {
        return switch (language) {
            case "fr" -> "Facture";
            case "de" -> "Rechnung";
            case "en" -> "Invoice";
            default -> "Saldo fattura";
        };
    }
}
