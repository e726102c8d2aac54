package io.sollecito.demo.companies;

import io.sollecito.demo.servers.SftpWorld;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** The banks' delivery service: each morning the statements of the days before, into the account owner's folder. */
public final class Bank {

    private static final LocalTime DELIVERY = LocalTime.of(6, 10);
    private static final ZoneId ZONE = ZoneId.of("Europe/Rome");

    private Bank() {}

    /** Returns the names of the files delivered. */
    public static List<String> deliver(Company company, LocalDate morning, SftpWorld sftp) {
        String folder = company.code().equals(AcmeItalia.CODE) ? SftpWorld.BANK_ACME : SftpWorld.BANK_LUMIERE;
        return company.account().deliver(morning).stream()
                .map(file -> {
                    sftp.put(
                            folder,
                            file.name(),
                            file.content(),
                            morning.atTime(DELIVERY).atZone(ZONE).toInstant());
                    return file.name();
                })
                .toList();
    }
}
