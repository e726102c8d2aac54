package io.sollecito.ledger.exports;

/** An export that a person must look at before it is applied (law 4); the message says why. */
public final class ExportHeld extends RuntimeException {

    private final long read;
    private final String contentHash;

    ExportHeld(String reason, long read, String contentHash) {
        super(reason);
        this.read = read;
        this.contentHash = contentHash;
    }

    /** How many records it holds. */
    public long read() {
        return read;
    }

    Export named(Export export) {
        return new Export(
                export.connection(),
                export.creditor(),
                export.source(),
                export.kind(),
                export.delivers(),
                export.fileName(),
                contentHash,
                export.asOf());
    }
}
