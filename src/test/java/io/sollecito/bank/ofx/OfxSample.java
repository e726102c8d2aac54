package io.sollecito.bank.ofx;

/** OFX documents of several banks' kinds. */
public final class OfxSample {

    public static final String HEADER = """
            OFXHEADER:100
            DATA:OFXSGML
            VERSION:102
            SECURITY:NONE
            ENCODING:USASCII
            CHARSET:1252
            COMPRESSION:NONE
            OLDFILEUID:NONE
            NEWFILEUID:NONE

            """;

    private OfxSample() {}

    /** Unclosed elements, decimal commas, a zone in brackets, one FITID twice. */
    public static String bank() {
        return HEADER + """
                <OFX>
                <SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20260219<LANGUAGE>POR</SONRS></SIGNONMSGSRSV1>
                <BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS>
                <STMTRS>
                <CURDEF>EUR
                <BANKACCTFROM><BANKID>0341<BRANCHID>1234<ACCTID>12345 6789-0<ACCTTYPE>CHECKING</BANKACCTFROM>
                <BANKTRANLIST>
                <DTSTART>20260201000000[-3:BRT]
                <DTEND>20260228000000[-3:BRT]
                <STMTTRN>
                <TRNTYPE>CREDIT
                <DTPOSTED>20260218233000[-3:BRT]
                <TRNAMT>1190,50
                <FITID>20260218A
                <CHECKNUM>
                <NAME>Padaria S\u00e3o Jo\u00e3o &amp; Cia
                <MEMO>Fatura 2026/1042
                </STMTTRN>
                <STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260219<DTAVAIL>20260220<TRNAMT>-12,5<FITID>20260218A<MEMO>Tarifa</STMTTRN>
                </BANKTRANLIST>
                <LEDGERBAL><BALAMT>-310,25<DTASOF>20260228000000[-3:BRT]</LEDGERBAL>
                <AVAILBAL><BALAMT>5000<DTASOF>20260228</AVAILBAL>
                </STMTRS></STMTTRNRS></BANKMSGSRSV1>
                </OFX>
                """;
    }

    /** Version 2: a credit card with amounts of another currency, and a bank account. */
    public static String xml() {
        return """
                <?xml version="1.0" encoding="UTF-8" standalone="no"?>
                <?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
                <OFX>
                  <CREDITCARDMSGSRSV1><CCSTMTTRNRS><TRNUID>0</TRNUID><STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS>
                    <CCSTMTRS><CURDEF>USD</CURDEF><CCACCTFROM><ACCTID>4111</ACCTID></CCACCTFROM>
                      <BANKTRANLIST><DTSTART>20260201</DTSTART><DTEND>20260228</DTEND>
                        <STMTTRN><TRNTYPE>POS</TRNTYPE><DTPOSTED>20260203120000.000[-5:EST]</DTPOSTED><TRNAMT>-41.20</TRNAMT>
                          <FITID>1</FITID><NAME>Caf&#233; &lt;Noir&gt;</NAME>
                          <ORIGCURRENCY><CURRATE>1.0831</CURRATE><CURSYM>EUR</CURSYM></ORIGCURRENCY></STMTTRN>
                      </BANKTRANLIST>
                      <LEDGERBAL><BALAMT>-641.20</BALAMT><DTASOF>20260227</DTASOF></LEDGERBAL>
                    </CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1>
                  <BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR</CURDEF>
                    <BANKACCTFROM><BANKID>1</BANKID><ACCTID>IT60X0542811101000000123456</ACCTID><ACCTTYPE>CHECKING</ACCTTYPE></BANKACCTFROM>
                    <BANKTRANLIST>
                      <STMTTRN><TRNTYPE>XFER</TRNTYPE><DTPOSTED>20260204</DTPOSTED><TRNAMT>75</TRNAMT><FITID>2</FITID>
                        <REFNUM>RF18 5390 0754 7034</REFNUM><PAYEE><NAME>Rossi S.r.l.</NAME><CITY>Milano</CITY></PAYEE>
                        <BANKACCTTO><BANKID>2</BANKID><ACCTID>DE89370400440532013000</ACCTID></BANKACCTTO>
                        <MEMO>ft 1042</MEMO></STMTTRN>
                    </BANKTRANLIST>
                    <BANKTRANLISTP><STMTTRNP><TRNAMT>1</TRNAMT></STMTTRNP></BANKTRANLISTP>
                  </STMTRS></STMTTRNRS></BANKMSGSRSV1>
                </OFX>
                """;
    }

    /** An account for securities: a purchase is none of its cash transactions. */
    public static String investment() {
        return """
                <?OFX OFXHEADER="200" VERSION="200" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
                <OFX><INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS><DTASOF>20260228</DTASOF><CURDEF>USD</CURDEF>
                <INVACCTFROM><BROKERID>broker.example</BROKERID><ACCTID>777</ACCTID></INVACCTFROM>
                <INVTRANLIST><DTSTART>20260201</DTSTART><DTEND>20260228</DTEND>
                <BUYSTOCK><INVBUY><INVTRAN><FITID>9</FITID><DTTRADE>20260202</DTTRADE><MEMO>buy</MEMO></INVTRAN>
                <UNITS>100</UNITS><UNITPRICE>5.00</UNITPRICE><TOTAL>-500.00</TOTAL></INVBUY></BUYSTOCK>
                <INVBANKTRAN><STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20260203</DTPOSTED><TRNAMT>1000.00</TRNAMT><FITID>10</FITID>
                <NAME>Deposit</NAME></STMTTRN><SUBACCTFUND>CASH</SUBACCTFUND></INVBANKTRAN>
                </INVTRANLIST><INVBAL><AVAILCASH>500.00</AVAILCASH></INVBAL></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1></OFX>
                """;
    }
}
