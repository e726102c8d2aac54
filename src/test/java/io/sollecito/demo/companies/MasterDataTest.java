package io.sollecito.demo.companies;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.iban4j.IbanUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MasterDataTest {

    static Stream<DemoDebtor> debtors() {
        return Stream.of("acme-debtors.csv", "lumiere-debtors.csv")
                .map(DemoDebtor::read)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("debtors")
    void account_and_phone_numbers_are_valid_and_addresses_are_invented(DemoDebtor debtor) throws Exception {
        IbanUtil.validate(debtor.iban());
        assertThat(debtor.email()).matches("|[a-z.-]+@[a-z-]+\\.example");
        if (!debtor.phone().isEmpty()) {
            assertThat(typeOf(debtor.phone())).isEqualTo(PhoneNumberType.MOBILE);
        }
    }

    @Test
    void the_companies_own_accounts_are_valid() {
        IbanUtil.validate(AcmeItalia.IBAN);
        IbanUtil.validate(LumiereFrance.IBAN);
    }

    @Test
    void national_check_digits_are_those_of_known_numbers() {
        assertThat(Numbers.italianIban("05428", "11101", 123456)).isEqualTo("IT60X0542811101000000123456");
        assertThat(Numbers.frenchIban("30006", "00001", 12345678901L)).isEqualTo("FR7630006000011234567890189");
        assertThat(Numbers.germanIban("37040044", 532013000)).isEqualTo("DE89370400440532013000");
        assertThat(Numbers.germanVatId(13669597)).isEqualTo("DE136695976");
        assertThat(Numbers.frenchVatId("404833048")).isEqualTo("FR83404833048");
        assertThat(Numbers.siren(40483304)).isEqualTo("404833048");
        assertThat(Numbers.italianVatId(74311)).isEqualTo("IT00743110157");
    }

    @Test
    void debtors_of_every_habit_and_of_every_way_to_be_reached_exist() {
        List<DemoDebtor> acme = DemoDebtor.read("acme-debtors.csv");
        assertThat(acme).extracting(DemoDebtor::habit).contains(Habit.values());
        assertThat(acme).filteredOn(debtor -> debtor.email().isEmpty()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(acme).filteredOn(debtor -> debtor.street().isEmpty()).hasSize(1);
        assertThat(acme).extracting(DemoDebtor::group).contains("business", "key", "public");
        assertThat(acme).extracting(DemoDebtor::language).contains("it", "de", "fr", "en");
        assertThat(debtors()).extracting(DemoDebtor::iban).doesNotHaveDuplicates();
    }

    @Test
    void banks_are_closed_on_good_friday_and_easter_monday() {
        assertThat(TargetDays.easterOf(2026)).isEqualTo("2026-04-05");
        assertThat(TargetDays.next(LocalDate.of(2026, 4, 2))).isEqualTo("2026-04-07");
        assertThat(TargetDays.previous(LocalDate.of(2026, 3, 2))).isEqualTo("2026-02-27");
    }

    private static PhoneNumberType typeOf(String phone) throws NumberParseException {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        var number = phones.parse(phone, null);
        return phones.isValidNumber(number) ? phones.getNumberType(number) : null;
    }
}
