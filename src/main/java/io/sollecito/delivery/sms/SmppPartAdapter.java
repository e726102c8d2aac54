package io.sollecito.delivery.sms;

import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.smpp.SmppConstants;
import org.apache.camel.component.smpp.SmppSplitter;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;

/**
 * Makes camel-smpp submit a part's bytes as they are. It re-encodes and splits whatever it takes for text: a Latin-1
 * string keeps every byte, and a splitter that does nothing keeps the part whole.
 */
public final class SmppPartAdapter implements Processor {

    private static final SmppSplitter WHOLE = new SmppSplitter(0, 0, 0) {
        @Override
        public byte[][] split(byte[] message) {
            return new byte[][] {message};
        }
    };

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        Message message = exchange.getMessage();
        SmsSubmission part = message.getMandatoryBody(SmsSubmission.class);
        boolean named = !part.from().startsWith("+");
        message.setHeader(
                SmppConstants.SOURCE_ADDR, named ? part.from() : part.from().substring(1));
        message.setHeader(
                SmppConstants.SOURCE_ADDR_TON,
                (named ? TypeOfNumber.ALPHANUMERIC : TypeOfNumber.INTERNATIONAL).value());
        message.setHeader(
                SmppConstants.SOURCE_ADDR_NPI,
                (named ? NumberingPlanIndicator.UNKNOWN : NumberingPlanIndicator.ISDN).value());
        message.setHeader(SmppConstants.DEST_ADDR, part.to().substring(1));
        message.setHeader(SmppConstants.DEST_ADDR_TON, TypeOfNumber.INTERNATIONAL.value());
        message.setHeader(SmppConstants.DEST_ADDR_NPI, NumberingPlanIndicator.ISDN.value());
        message.setHeader(SmppConstants.DATA_CODING, (byte) part.dataCoding());
        message.setHeader(SmppConstants.ALPHABET, (byte) part.dataCoding());
        message.setHeader(SmppConstants.ENCODING, StandardCharsets.ISO_8859_1.name());
        message.setHeader(SmppConstants.DATA_SPLITTER, WHOLE);
        message.setHeader(
                SmppConstants.ESM_CLASS,
                new ESMClass(
                        MessageMode.DEFAULT,
                        MessageType.DEFAULT,
                        part.concatenated() ? GSMSpecificFeature.UDHI : GSMSpecificFeature.DEFAULT));
        message.setBody(new String(part.payload(), StandardCharsets.ISO_8859_1));
    }
}
