package io.sollecito.mapping.source;

import java.io.IOException;

/** Reads a document piece by piece and tells a {@link TreeBuilder}. */
interface TreeEvents extends AutoCloseable {

    /** Reads on until a unit is complete, which it returns; null at the end of the document. */
    TreeNode nextUnit() throws IOException, BrokenSource;

    @Override
    void close() throws IOException;
}
