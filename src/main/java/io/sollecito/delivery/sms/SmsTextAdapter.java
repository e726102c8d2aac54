package io.sollecito.delivery.sms;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Makes a text message the request that an HTTP gateway expects. Its properties are those of the route's template. */
public final class SmsTextAdapter implements Processor {

    private SmsJson json;
    private String header;
    private String scheme = "";
    private String secret;

    public void setBody(String pattern) {
        json = new SmsJson(pattern);
    }

    public void setHeader(String name) {
        header = name;
    }

    public void setScheme(String name) {
        scheme = name.strip();
    }

    public void setSecret(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("the SMS gateway's secret is empty");
        }
        secret = value;
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        Message message = exchange.getMessage();
        SmsText text = message.getMandatoryBody(SmsText.class);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setHeader("Idempotency-Key", text.id());
        message.setHeader(header, scheme.isEmpty() ? secret : scheme + " " + secret);
        message.setBody(json.of(text));
    }
}
