package io.sollecito.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.ledger.figures.Balance;
import io.sollecito.ledger.figures.Balance.Movement;
import io.sollecito.model.AgeBucket;
import io.sollecito.model.Amounts;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The digest's plain words for what the ledger names with codes. */
final class Words {

    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private static final Pattern LEDGER_AMOUNT = Pattern.compile("(?<![\\w.,])(-?[0-9]+\\.[0-9]{2})000(?![0-9])");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Words() {}

    /** Such as 1,190.00; a negative one with a real minus sign. */
    static String amount(BigDecimal amount, String currency) {
        BigDecimal scaled = Amounts.scaled(amount, currency);
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(scaled.scale());
        format.setMaximumFractionDigits(scaled.scale());
        return (scaled.signum() < 0 ? "\u2212" : "") + format.format(scaled.abs());
    }

    /** An amount that always shows its sign; zero shows none. */
    static String signed(BigDecimal amount, String currency) {
        return (amount.signum() > 0 ? "+" : "") + amount(amount, currency);
    }

    /** Such as 41.3 days. */
    static String days(BigDecimal days) {
        return days.toPlainString() + " days";
    }

    static String bucket(AgeBucket bucket) {
        return switch (bucket) {
            case NOT_DUE -> "Not yet due";
            case OVER_90 -> "Over " + (bucket.first() - 1) + " days";
            default -> bucket.first() + "\u2013" + bucket.last() + " days";
        };
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String longDay(LocalDate day) {
        return LONG_DAY.format(day);
    }

    static String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    static String plural(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    static String movement(Movement movement) {
        return switch (movement.kind()) {
            case NEW_INVOICES -> "New invoices";
            case NEW_CREDITS -> "New credit notes";
            case NEW_PAYMENTS_ON_ACCOUNT -> "New payments on account in the ERP";
            case CONTINUATIONS -> "Remainders carried to a new number";
            case SETTLED -> settled(movement.cause());
            case LOWERED -> "Lowered by the ERP";
            case RAISED -> "Raised by the ERP";
            case REOPENED -> "Reopened by the ERP";
            case CREDITS_USED -> "Credits used up";
            case BANK_PAYMENTS -> "Paid at the bank, not yet in the ERP";
            case WRITTEN_OFF -> "Written off by us, not yet in the ERP";
            case ACCOUNTED_BY_ERP -> "Bank payments the ERP has now booked";
            case ALLOCATIONS_UNDONE -> "Allocations undone";
            case PAYMENTS_RETURNED -> "Payments returned by the bank";
            case RETURNS_ACCOUNTED_BY_ERP -> "Returns the ERP has now booked";
            case COUNTED_ONCE -> "Paid beyond the open amount, counted once";
            case RECORDED_LATE -> "Earlier days, recorded after the last digest";
        };
    }

    private static String settled(String cause) {
        return switch (cause) {
            case "payment" -> "Paid, closed by the ERP";
            case "credit" -> "Closed by a credit";
            case "write-off" -> "Written off";
            case "collected" -> "Collected (direct debit, RiBa)";
            case "assigned" -> "Assigned to a factor";
            case "replaced" -> "Replaced by a new number";
            default -> "Closed by the ERP, cause unknown";
        };
    }

    static String receipt(String kind) {
        return switch (kind) {
            case "allocated" -> "Allocated to open items";
            case "left-over" -> "Left over after allocation";
            case "to-decide" -> "Unclear, to be decided";
            case "unmatched" -> "No debtor found";
            case "not-ours" -> "Not from debtors (fees, transfers)";
            case "returned" -> "Returned payments";
            case "return-fee" -> "Banks' fees for returned payments";
            case "refunded" -> "Refunds that used credits up";
            case "confirmed" -> "Confirmed by payment providers, who pay it out later";
            default -> "Other money out";
        };
    }

    static String contactFinding(String kind) {
        return switch (kind) {
            case "no-data" -> "Debtors without master data";
            case "no-email" -> "Without a usable e-mail address";
            case "no-mobile" -> "Without a mobile number, but with another one";
            case "vat-id" -> "With a VAT number that is none";
            case "suspended" -> "Addresses that came back";
            case "address" -> "Without a complete postal address";
            default -> "With unknown " + kind;
        };
    }

    static String problem(String kind) {
        return switch (kind) {
            case "after-cut-off" -> "Recorded after the cut-off";
            case "nobody-reminded" -> "Nobody was reminded today";
            case "stale" -> "Facts are out of date";
            case "quarantine" -> "Records waiting in quarantine";
            case "unreadable" -> "Exports that could not be read";
            case "details-unbooked" -> "Notified payments that no statement has booked";
            case "statement" -> "Bank statements and confirmations missing or faulty";
            case "connection" -> "Connections that fail";
            case "alarm" -> "Alarms";
            case "control-total" -> "The ERP's control total and the hub's sum differ: hub totals";
            case "write-back" -> "Not yet written back to the ERP";
            case "no-plan" -> "Debtors without a reminder plan";
            case "finished" -> "Debtors whose reminder plan has no step left: a person decides how to go on";
            case "no-address" -> "Debtors without a usable address";
            case "message-held" -> "Messages held back: something that they must say is missing";
            case "collection-unanswered" -> "Presented to banks, neither paid nor returned in time: ask the bank";
            case "unknown-payee" -> "To be paid to accounts that the creditor's file does not name: nobody is asked to";
            case "agreement" -> "Promises and payment plans that were broken or kept in part";
            case "insolvency" -> "Insolvent debtors: claims to be filed";
            case "succession" -> "Items that may continue another one: hub succeed";
            case "bounced" -> "Addresses and numbers that do not work: to be corrected in the ERP";
            case "replied" -> "Debtors who replied: no reminder until somebody has answered";
            case "reply-overdue" -> "Replies that should have been answered by now";
            case "sms-unassigned" -> "Delivery reports about SMS that the hub did not send";
            case "mail-unassigned" -> "Mail that answers no reminder, left in the mailbox";
            case "payment-unclear" -> "Money undecided for more than five bank days";
            case "returned" -> "Payments that banks gave back";
            case "pending-long" -> "Paid or written off more than five bank days ago, still open in the ERP";
            case "raised" -> "Open amounts that rose in the ERP";
            case "credit-covers" -> "Credits that cover a debt for more than ten bank days";
            default -> kind;
        };
    }

    static String channel(String channel) {
        return switch (channel) {
            case "email" -> "e-mail";
            case "sms" -> "SMS";
            case "registered-letter" -> "registered letter";
            default -> channel;
        };
    }

    /** A step's name as a reader would say it: first-reminder becomes First reminder. */
    static String step(String step) {
        String words = step.replace('-', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The ledger keeps evidence as a JSON array of sentences or as one sentence. */
    static String evidence(String evidence) {
        if (evidence == null || !evidence.startsWith("[")) {
            return evidence == null ? "no evidence recorded" : tidy(evidence);
        }
        try {
            return tidy(String.join("; ", JSON.readValue(evidence, String[].class)));
        } catch (JsonProcessingException plainSentence) {
            return evidence;
        }
    }

    /** Amounts inside a text without the zeros that the ledger's columns add. */
    static String tidy(String text) {
        return LEDGER_AMOUNT.matcher(text).replaceAll("$1");
    }

    /** A journal event's details, in words: {@code amount 1008.08, decision allocated}. */
    static String details(String json) {
        try {
            List<String> parts = new ArrayList<>();
            JSON.readTree(json).fields().forEachRemaining(entry -> {
                String value = entry.getValue().asText("");
                if (!value.isBlank() && !value.equals("null")) {
                    parts.add(entry.getKey()
                                    .replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                                    .toLowerCase(Locale.ROOT) + " " + value);
                }
            });
            return tidy(String.join(", ", parts));
        } catch (JsonProcessingException plainSentence) {
            return json;
        }
    }

    /** Where the money stands between the ERP's total and what is really open. */
    static String bridge(Balance balance) {
        String currency = balance.currency();
        StringBuilder text = new StringBuilder("The ERP shows ").append(amount(balance.erpOpen(), currency));
        if (balance.pending().signum() > 0) {
            text.append("; less ").append(amount(balance.pending(), currency)).append(" already paid at the bank");
        } else if (balance.pending().signum() < 0) {
            text.append("; plus ")
                    .append(amount(balance.pending().negate(), currency))
                    .append(
                            ": payments at the bank were netted with credits that the ERP still shows open, by more than"
                                    + " it has yet to book as paid");
        }
        if (balance.returning().signum() != 0) {
            text.append("; plus ").append(amount(balance.returning(), currency)).append(" returned by the bank");
        }
        if (balance.countedOnce().signum() != 0) {
            text.append("; plus ")
                    .append(amount(balance.countedOnce(), currency))
                    .append(" paid beyond the open amount");
        }
        return text.append(".").toString();
    }
}
