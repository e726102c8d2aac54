package io.sollecito.delivery.print;

import io.sollecito.delivery.print.PrintProfile.Answers;
import io.sollecito.delivery.print.PrintProfile.Service;
import io.sollecito.delivery.print.bill.BillForm;
import io.sollecito.reminders.message.AddressZone;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Agreements with a print house in Rome that takes letters until four. */
final class PrintProfilesForTests {

    private PrintProfilesForTests() {}

    static PrintProfile of(String senderId, AddressZone zone) {
        return of(
                senderId,
                zone,
                10,
                false,
                Map.of(
                        "letter", new Service(Product.ORDINARY, "STD", List.of()),
                        "registered-letter", new Service(Product.REGISTERED_AR, null, List.of())));
    }

    static PrintProfile of(
            String senderId, AddressZone zone, int maxSheets, boolean test, Map<String, Service> services) {
        return new PrintProfile(
                "stampa-nord",
                senderId,
                zone,
                List.of(),
                services,
                LocalTime.of(16, 0),
                ZoneId.of("Europe/Rome"),
                test,
                false,
                true,
                maxSheets,
                "AUTO",
                0,
                null,
                Answers.USUAL,
                Handling.USUAL,
                BillForm.USUAL,
                null);
    }
}
