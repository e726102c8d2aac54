package io.sollecito.truth;

import java.util.List;

/** The classes of payments, each with its share of all in thousandths. */
enum Kind {
    FULL_NUMBER(330, "its document's number, in one of the many ways that people write it", Numbered::full),
    NOISE_BESIDE_NUMBER(25, "the number among dates, orders, phones, customer numbers", Numbered::beside),
    WRONG_DIGIT(15, "one digit of the number wrong, or two transposed", Numbered::wrongDigit),
    NUMBER_AS_END_TO_END_ID(15, "the number only as end-to-end id", Numbered::endToEnd),
    THIRD_PARTY(15, "the number; the payer's name and account are of somebody else", Numbered::thirdParty),
    INSTALMENT(22, "the number of a document in instalments: the next one, or all", Numbered::instalment),
    REFERENCE(100, "a structured reference (RF, QRR, OGM), in its field or in the text", Unnumbered::reference),
    REFERENCE_WITH_BAD_CHECK_DIGITS(6, "the same with a wrong digit", Unnumbered::wrongReference),
    SEVERAL_INVOICES(80, "a list of numbers", Lists::several),
    RANGE(8, "from this number to that", Lists::range),
    ONE_AND_OTHERS(5, "one number \"and three others\"", Lists::andOthers),
    LIST_CUT_SHORT(6, "a list that the bank cut at 140 characters", Lists::cutShort),
    HEAD_OFFICE(12, "a head office pays for its branches, by list or all at once", Lists::headOffice),
    LESS_CREDIT_NOTE(14, "an invoice less a credit note, both named", Deductions::creditNamed),
    CREDIT_NOTE_NOT_NAMED(6, "an invoice less a credit note that is not named", Deductions::creditUnnamed),
    DISCOUNT_IN_TIME(28, "the number, less discount", Deductions::discountInTime),
    DISCOUNT_WITHOUT_NUMBER(8, "less discount, from a known account, no number", Deductions::discountUnnamed),
    DISCOUNT_LATE(7, "the number, less discount whose day is over", Deductions::discountLate),
    KEPT_BY_BANKS(14, "the number, less 0.50 to 25.00 that banks kept", Deductions::keptByBanks),
    TAX_WITHHELD(10, "the number, less the withheld tax", Deductions::withheld),
    OVERPAID(8, "the number, more than is owed", Deductions::overpaid),
    PARTIAL_NUMBERED(18, "the number, a part", Deductions::partial),
    ACCOUNT_ONLY(48, "nothing but a known account and the amount of one item", Unnumbered::byAccount),
    NAME_ONLY(24, "nothing but a name and the amount of one item", Unnumbered::byName),
    WHOLE_BALANCE(14, "all that is owed", Unnumbered::balance),
    UNIQUE_SUBSET(14, "two or three items that alone add up", Unnumbered::subset),
    CUSTOMER_NUMBER(10, "the customer number and the amount of one item", Unnumbered::customerNumber),
    SHARED_ACCOUNT_NUMBERED(6, "an account that pays for several debtors, with the number", Unnumbered::factoring),
    RECURRING_NUMBERED(8, "equal amounts every month, with the number", Numbered::rentNumbered),
    RECURRING_WITH_MONTH(10, "equal amounts every month, with the month", Numbered::rentOfMonth),
    ERP_BOOKED_FIRST(14, "what the ERP has booked as paid before the bank shows the money", ErpFirst::booked),
    ERP_BOOKED_ONE_OF_EQUALS(4, "the same, while another item of that amount is open", ErpFirst::oneOfEquals),
    RETURNED_AT_ONCE(3, "a payment and its return", GivenBack::soon),
    RETURNED_LATER(5, "the return of an earlier payment", GivenBack::late),
    RECURRING_UNNAMED(8, "equal amounts every month, without a word", Numbered::rentUnnamed),
    AMOUNT_ONLY(8, "nothing but an amount", Unclear::amountOnly),
    ON_ACCOUNT(10, "a round sum on account", Unclear::onAccount),
    PARTIAL_WITHOUT_NUMBER(8, "a part of nothing in particular", Deductions::partialUnnamed),
    AMBIGUOUS_SUBSET(6, "two ways to add up", Unclear::twoSubsets),
    PAID_TWICE(4, "the same payment twice: the second has nothing left to pay", Unclear::twice),
    SETTLED_BEFORE(8, "the number of a document that was settled before", Unclear::settledBefore),
    ORDER_PREPAID(8, "an order, not yet a document", Unclear::prepaid),
    NAMESAKES(4, "two debtors of one name owe the same", Unclear::namesakes),
    SHARED_ACCOUNT_UNNAMED(4, "an account that pays for several debtors who owe the same", Unclear::sharedAccount),
    COLLECTIVE_WITHOUT_DETAILS(4, "a collective credit without its parts", Unclear::collective),
    NUMBER_OF_TWO_CREDITORS(4, "a number that two creditors of the account know", Unclear::twoCreditors),
    OTHER_NUMBERS_ONLY(8, "phones, VAT ids, dates, orders that look like somebody's number", Unclear::othersNumbers),
    OWN_TRANSFER(5, "between own accounts", stage -> Foreign.in(stage, "own-transfer")),
    BANK_FEE(10, "bank fees", stage -> Foreign.out(stage, "bank-fee")),
    INTEREST(2, "interest", stage -> Foreign.in(stage, "interest")),
    TAX_REFUND(4, "tax refunds", stage -> Foreign.in(stage, "tax-refund")),
    CARD_DEPOSIT(15, "card deposits and platforms' payouts", stage -> Foreign.in(stage, "card-deposit")),
    SALARY_REFUND(2, "wages that come back", stage -> Foreign.in(stage, "salary-refund")),
    SUPPLIER_REFUND(5, "refunds of suppliers", stage -> Foreign.in(stage, "supplier-refund")),
    INSURANCE(3, "insurance benefits", stage -> Foreign.in(stage, "insurance"));

    /** Acts out one case: its debtors, their documents, its payments. */
    interface Story {
        List<Told> tell(Stage stage);
    }

    private final int share;
    private final String meaning;
    private final Story story;

    Kind(int share, String meaning, Story story) {
        this.share = share;
        this.meaning = meaning;
        this.story = story;
    }

    int share() {
        return share;
    }

    String meaning() {
        return meaning;
    }

    Story story() {
        return story;
    }
}
