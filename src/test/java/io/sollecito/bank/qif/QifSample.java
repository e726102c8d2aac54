package io.sollecito.bank.qif;

/** QIF files. */
public final class QifSample {

    /** An account with its balances, a split and a list of categories. */
    public static final String WHOLE = """
            !Option:AutoSwitch
            !Account
            NGiro
            TBank
            DThe account
            /2/28'26
            $1,739.50
            ^
            !Clear:AutoSwitch
            !Type:Bank
            D2/1'26
            T500.00
            POpening Balance
            L[Giro]
            CX
            ^
            D2/18'26
            U1,190.50
            T1,190.50
            N1042
            PRossi S.r.l.
            MFattura 2026/1042
            AVia Roma 1
            AMilano
            C*
            LSales
            ^
            D2/19'26
            T49.00
            PBrenta
            SSales
            EFT 7
            $30.00
            SShipping
            EFT 8
            $19.00
            ^
            !Type:Cat
            NSales
            DWhat is sold
            ^
            """;

    private QifSample() {}
}
