package io.sollecito.delivery.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Reads the beginning of an answer: 2xx leaves the other side's id as the body, anything else is {@link HttpRefused}. */
public final class HttpAnswerAdapter implements Processor {

    private static final int LARGEST = 64 * 1024;

    private AnsweredId id = new AnsweredId("/id");

    /** Where the answer says what the message is called, as a JSON Pointer. */
    public void setIdAt(String place) {
        id = new AnsweredId(place);
    }

    @Override
    public void process(Exchange exchange) throws HttpRefused, IOException {
        Message message = exchange.getMessage();
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        if (status < 200 || status > 299) {
            throw new HttpRefused(status, answer(message));
        }
        message.setBody(id.of(acceptedAnswer(message)));
    }

    /** The status has said it all: an answer that breaks off makes no difference. */
    private static String acceptedAnswer(Message message) {
        try {
            return answer(message);
        } catch (IOException brokenOff) {
            return "";
        }
    }

    private static String answer(Message message) throws IOException {
        try (InputStream body = message.getBody(InputStream.class)) {
            return body == null ? "" : new String(body.readNBytes(LARGEST), StandardCharsets.UTF_8);
        }
    }
}
