package io.sollecito.delivery.print;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Unfolds a package's file for a file producer. */
public final class PackageFileAdapter implements Processor {

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        Message message = exchange.getMessage();
        PackageFile file = message.getMandatoryBody(PackageFile.class);
        message.setHeader(Exchange.FILE_NAME, file.name());
        message.setBody(file.bytes());
    }
}
