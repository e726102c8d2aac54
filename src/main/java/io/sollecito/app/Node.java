package io.sollecito.app;

import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.util.HexFormat;

/** This process among the nodes of one ledger. */
final class Node {

    /** Process and host, and what tells two containers apart that call themselves the same. */
    static final String NAME = ManagementFactory.getRuntimeMXBean().getName() + "-" + random();

    private Node() {}

    private static String random() {
        byte[] bytes = new byte[4];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
