package io.sollecito.delivery.webhook;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Makes a call the signed request that leaves. Its property is that of the route's template. */
public final class WebhookCallAdapter implements Processor {

    private WebhookSignature signature;

    public void setSecret(String secret) {
        signature = new WebhookSignature(secret);
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        Message message = exchange.getMessage();
        WebhookCall call = message.getMandatoryBody(WebhookCall.class);
        String timestamp = Long.toString(call.at().getEpochSecond());
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setHeader("Idempotency-Key", call.id());
        message.setHeader("Sollecito-Timestamp", timestamp);
        message.setHeader("Sollecito-Signature", "sha256=" + signature.of(timestamp, call.body()));
        message.setBody(call.body());
    }
}
