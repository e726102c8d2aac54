package io.sollecito.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** What {@code config/application.yaml} says under {@code sollecito}; its comments explain each value. */
@ConfigurationProperties("sollecito")
public record HubSettings(
        @DefaultValue("routes") Path routes,
        @DefaultValue("mappings") Path mappings,
        @DefaultValue("reminders") Path reminders,
        @DefaultValue("config/creditors") Path creditors,
        @DefaultValue("data") Path data,
        @DefaultValue("data/work") Path work,
        @DefaultValue(HubSettings.ENDPOINT) Path endpoint,
        @DefaultValue("200MB") DataSize reserve,
        @DefaultValue Source ledger,
        @DefaultValue Map<String, Source> databases,
        @DefaultValue("config/print") Path print,
        @DefaultValue("config/writeback") Path writeback,
        @DefaultValue Map<String, Mail> mail,
        @DefaultValue Map<String, String> signing,
        @DefaultValue Times times,
        @DefaultValue("30s") Duration lease,
        @DefaultValue Push push,
        @DefaultValue Delivery delivery,
        @DefaultValue("true") boolean heartbeat) {

    /** Where a running hub announces itself to the {@code hub} command. */
    static final String ENDPOINT = "data/hub-endpoint.json";

    /** WRITE_DELAY=0: without it H2 loses acknowledged commits when the process is killed. */
    private static final String H2_LEDGER =
            "jdbc:h2:file:./data/ledger;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    /** A database by JDBC URL. */
    public record Source(
            @DefaultValue(H2_LEDGER) String url,
            @DefaultValue("sa") String user,
            @DefaultValue("") String password) {}

    /**
     * What a creditor has agreed with its mail provider.
     *
     * @param recipientsPerDay 0: as many as there are
     * @param readsReplies whether a route reads the sender's mailbox: answers go there too
     * @param bouncesTo where bounces come to, with a token of each e-mail in the address; blank: to the sender
     */
    public record Mail(
            @DefaultValue("0") int recipientsPerDay,
            @DefaultValue("false") boolean readsReplies,
            @DefaultValue("") String bouncesTo) {}

    /** A rehearsal sends every e-mail to one address and nothing else; null or blank: no rehearsal. */
    public record Delivery(String allMailTo) {
        boolean isRehearsal() {
            return allMailTo != null && !allMailTo.isBlank();
        }
    }

    /** Where files may be sent to, once a route takes any. */
    public record Push(
            @DefaultValue("127.0.0.1") String host,
            @DefaultValue("8087") int port) {}

    /** When the hub's own work is done; crons have six fields and run in each creditor's zone. */
    public record Times(
            @DefaultValue("0 */5 7-12 * * MON-FRI") String planning,
            @DefaultValue("09:30") LocalTime planningDeadline,
            @DefaultValue("0 * * * * *") String dispatch,
            @DefaultValue("0 0 15 * * MON-FRI") String print,
            @DefaultValue("0 30 8-18 * * MON-FRI") String watch,
            @DefaultValue("0 0 17 * * MON-FRI") String digest,
            @DefaultValue("30 * * * * *") String seal,
            @DefaultValue("45 * * * * *") String events) {}

    /** Where files wait that are held or could not be read. */
    Path kept() {
        return data.resolve("kept");
    }
}
