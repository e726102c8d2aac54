package io.sollecito.delivery.print;

/** BouncyCastle's OpenPGP: ten megabytes that only hubs with an encrypting profile need. */
final class PgpLibrary {

    static final String REMEDY =
            "Build with 'mvn -Ppgp package', or put bcpg-jdk18on and what it needs (bcprov-jdk18on,"
                    + " bcutil-jdk18on) beside the other libraries in lib/.";

    private static final String ONE_OF_ITS_CLASSES = "org.bouncycastle.openpgp.PGPEncryptedDataGenerator";

    private PgpLibrary() {}

    static boolean isInstalled() {
        return isInstalled(PgpLibrary.class.getClassLoader());
    }

    static boolean isInstalled(ClassLoader libraries) {
        try {
            Class.forName(ONE_OF_ITS_CLASSES, false, libraries);
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
