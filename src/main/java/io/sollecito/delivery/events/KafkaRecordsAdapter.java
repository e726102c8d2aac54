package io.sollecito.delivery.events;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultMessage;

/** Makes camel-kafka's records of a wave of events. The client itself need not be there to load this class. */
public final class KafkaRecordsAdapter implements Processor {

    private static final String KEY = "kafka.KEY";

    @Override
    public void process(Exchange exchange) {
        List<Message> records = ((List<?>) exchange.getMessage().getBody())
                .stream()
                        .map(Event.class::cast)
                        .map(event -> record(exchange, event))
                        .toList();
        exchange.getMessage().setBody(records);
    }

    private static Message record(Exchange exchange, Event event) {
        Message record = new DefaultMessage(exchange.getContext());
        record.setHeader(KEY, event.key());
        record.setBody(event.json());
        return record;
    }
}
