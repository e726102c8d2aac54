package io.sollecito.app;

import io.sollecito.ledger.connections.Connections;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** What a route says about what is sent to it, files or delivery reports; the options are those of its template. */
public final class PushEndpoint extends DefaultEndpoint {

    private final boolean files;
    private PushServer server;
    private FileDoor.House house;
    private String proof = "bearer";
    private String user = "";
    private String header = "";
    private String creditor;
    private String kind;
    private String expects;
    private int limitDays = 2;
    private int limitClosings = 30;
    private String accessToken = "";
    private long mostMegabytes = 1024;

    /** @param files else delivery reports */
    PushEndpoint(String uri, PushComponent component, boolean files) {
        super(uri, component);
        this.files = files;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        PushConsumer consumer = new PushConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("push: is where files come from");
    }

    Connections.Connection connection(String route) {
        return new Connections.Connection(route, creditor, kind, expects, limitDays, limitClosings);
    }

    PushServer server() {
        return server;
    }

    boolean takesFiles() {
        return files;
    }

    FileDoor.House house() {
        return house;
    }

    Gate gate() {
        return Gate.of(proof, user, header, accessToken);
    }

    long mostBytes() {
        return mostMegabytes * 1024 * 1024;
    }

    public void setServer(PushServer server) {
        this.server = server;
    }

    public void setHouse(FileDoor.House house) {
        this.house = house;
    }

    public void setProof(String proof) {
        this.proof = proof;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public void setHeader(String header) {
        this.header = header;
    }

    public void setCreditor(String creditor) {
        this.creditor = creditor;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public void setExpects(String expects) {
        this.expects = expects;
    }

    public void setLimitDays(int limitDays) {
        this.limitDays = limitDays;
    }

    public void setLimitClosings(int limitClosings) {
        this.limitClosings = limitClosings;
    }

    /** What a sender must know; Camel keeps an option of this name out of what it tells. */
    public void setAccessToken(String accessToken) {
        this.accessToken = accessToken;
    }

    public void setMostMegabytes(long mostMegabytes) {
        this.mostMegabytes = mostMegabytes;
    }
}
