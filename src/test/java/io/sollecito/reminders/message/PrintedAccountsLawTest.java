package io.sollecito.reminders.message;

import static io.sollecito.PayeesForTests.FACTOR;
import static io.sollecito.PayeesForTests.OTHER_FACTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.PayeesForTests;
import io.sollecito.model.Creditor;
import io.sollecito.model.DocumentType;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Payee;
import io.sollecito.reminders.message.ReminderFacts.Listed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Law 13: a tampered export must not be able to tell debtors where to pay. */
class PrintedAccountsLawTest {

    private static final Creditor ACME = PayeesForTests.naming(Facts.ACME, FACTOR, OTHER_FACTOR);
    private static final Set<String> CONFIGURED = Set.of(ACME.payTo(), FACTOR.iban(), OTHER_FACTOR.iban());
    private static final Pattern IBAN = Pattern.compile("\\b(?:IT|FR|DE)[0-9]{2}(?: ?[A-Z0-9]){18,23}");
    private static final List<String> TEMPLATES =
            List.of("courtesy", "first-reminder", "second-reminder", "formal-notice", "call-script", "thank-you");

    /** What a debtor can read, or scan, as a way to be asked for money. */
    private static final List<Function<ReminderFacts, String>> PRINTING = List.of(
            facts -> Facts.COMPOSER.email(facts).text(),
            facts -> Facts.COMPOSER.email(facts).html(),
            PrintedAccountsLawTest::code,
            facts -> Facts.COMPOSER.letterPage(facts, AddressZone.DIN_5008_A, Language.IT),
            facts -> facts.payee() + "\n" + facts.iban() + "\n" + facts.bic());

    private static final List<Function<ReminderFacts, String>> MESSAGES = Stream.concat(
                    PRINTING.stream(), Stream.of(Facts.COMPOSER::sms, Facts.COMPOSER::script))
            .toList();

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void whatever_an_export_says_no_message_prints_an_account_that_the_configuration_does_not_hold(@ForAll long seed) {
        Random random = new Random(seed);
        List<Payee> said = new ArrayList<>();
        List<Listed> items = new ArrayList<>();
        Payee common = payee(random);
        for (int i = 0; i <= random.nextInt(3); i++) {
            said.add(random.nextInt(4) > 0 ? common : payee(random));
            items.add(Facts.listed(paidTo(said.get(i), "2026/10" + i), "overdue"));
        }
        ReminderFacts facts = Facts.of(
                ACME,
                Facts.ROSSI,
                TEMPLATES.get(random.nextInt(TEMPLATES.size())),
                "it",
                items,
                items.size() + "00.00");

        for (Function<ReminderFacts, String> message : MESSAGES) {
            String printed = printed(message, facts);
            assertThat(ibans(printed)).isSubsetOf(CONFIGURED);
            assertThat(printed).doesNotContain("THIEF");
            if (said.stream().anyMatch(PrintedAccountsLawTest::isUnknown)) {
                assertThat(ibans(printed)).isEmpty();
            } else if (facts.template().equals("first-reminder")
                    && PRINTING.contains(message)
                    && said.stream().allMatch(other -> Payee.same(other, said.get(0)))) {
                assertThat(ibans(printed))
                        .containsOnly(
                                said.get(0) == null ? ACME.payTo() : said.get(0).iban());
            }
        }
    }

    /** Held messages print nothing. */
    private static String printed(Function<ReminderFacts, String> message, ReminderFacts facts) {
        try {
            return message.apply(facts);
        } catch (MessageHeld held) {
            return "";
        }
    }

    private static String code(ReminderFacts facts) {
        return Facts.COMPOSER.email(facts).inline().stream()
                .filter(picture -> picture.cid().startsWith("qr"))
                .map(picture -> {
                    try {
                        return Pictures.decoded(picture.bytes());
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                })
                .findFirst()
                .orElse("");
    }

    private static List<String> ibans(String printed) {
        List<String> found = new ArrayList<>();
        Matcher matcher = IBAN.matcher(printed.replaceAll("[\\u00a0\\u202f]|&nbsp;|&#160;", " "));
        while (matcher.find()) {
            found.add(matcher.group().replace(" ", "").substring(0, length(matcher.group())));
        }
        return found;
    }

    private static int length(String iban) {
        return iban.startsWith("DE") ? 22 : 27;
    }

    private static boolean isUnknown(Payee said) {
        return said != null
                && !said.iban().equals(FACTOR.iban())
                && !said.iban().equals(OTHER_FACTOR.iban());
    }

    /** The creditor, a factor as it is, a factor with words of a thief's, the creditor's own account, or a thief's. */
    private static Payee payee(Random random) {
        Payee factor = random.nextBoolean() ? FACTOR : OTHER_FACTOR;
        return switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> factor;
            case 2 -> new Payee("THIEF " + german(random), factor.iban(), "THIEFXXX");
            case 3 -> new Payee("THIEF", ACME.payTo(), "THIEFXXX");
            default -> new Payee(random.nextBoolean() ? "THIEF" : FACTOR.name(), german(random), "THIEFXXX");
        };
    }

    private static String german(Random random) {
        String number =
                String.format(Locale.ROOT, "%018d", Math.floorMod(random.nextLong(), 1_000_000_000_000_000_000L));
        int check = 98
                - new BigInteger(number + "131400").mod(BigInteger.valueOf(97)).intValue();
        return String.format(Locale.ROOT, "DE%02d%s", check, number);
    }

    private static OpenItem paidTo(Payee payee, String number) {
        return PayeesForTests.paidTo(
                Facts.item(number, DocumentType.INVOICE, Facts.DAY.minusDays(31), "100.00", "100.00"),
                List.of(),
                payee);
    }
}
