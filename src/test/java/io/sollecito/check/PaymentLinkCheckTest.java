package io.sollecito.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Payment links need what signs them, and a provider's route a name and an account. */
class PaymentLinkCheckTest {

    private static final String SIGNED =
            "\npaymentLink: \"https://pay.acme.example/?ref={reference}&sig={signature}\"\n";

    @TempDir
    private Path root;

    @BeforeEach
    void aHouse() throws IOException {
        for (String folder : List.of("config", "mappings", "reminders", "routes")) {
            FileSystemUtils.copyRecursively(Path.of(folder), root.resolve(folder));
        }
        append("config/creditors/acme-it.yaml", SIGNED);
    }

    @Test
    void a_signed_link_without_a_secret_is_told_with_its_place() throws IOException {
        long line = lineOf("paymentLink");
        assertThat(new Check(House.read(root)).problems())
                .extracting(problem -> problem.line() + ": " + problem.message())
                .containsExactly(line + ": nothing signs this payment link: sollecito.signing.ACME-IT is not set");

        Path settings = root.resolve("config/application.yaml");
        Files.writeString(
                settings,
                Files.readString(settings).replace("\nsollecito:\n", "\nsollecito:\n  signing: {ACME-IT: secret}\n"));
        assertThat(new Check(House.read(root)).problems()).isEmpty();
    }

    @Test
    void a_provider_without_a_usable_name_or_account_is_told() throws IOException {
        Path route = root.resolve("paylink.camel.yaml");
        Files.writeString(route, """
                - templatedRoute:
                    routeTemplateRef: payment-confirmations-sftp
                    routeId: paylink
                    parameters:
                      - {name: creditor, value: ACME-IT}
                      - {name: provider, value: "Pay Link"}
                      - {name: payoutAccount, value: FR7630006000011234567890180}
                      - {name: host, value: sftp.paylink.example}
                      - {name: user, value: hub}
                      - {name: password, value: "{{acme.bank.password}}"}
                      - {name: folder, value: out}
                """);

        assertThat(new Check(House.read(root)).problems(List.of(route)))
                .extracting(Problem::message)
                .containsExactly("'Pay Link' cannot name a provider", "'FR7630006000011234567890180' is no valid IBAN");
    }

    private long lineOf(String key) throws IOException {
        List<String> lines = Files.readAllLines(root.resolve("config/creditors/acme-it.yaml"));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(key)) {
                return i + 1L;
            }
        }
        throw new IllegalStateException(key);
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(root.resolve(file), Files.readString(root.resolve(file)) + text);
    }
}
