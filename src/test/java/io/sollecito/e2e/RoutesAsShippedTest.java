package io.sollecito.e2e;

import static org.apache.camel.builder.AdviceWith.adviceWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.sollecito.app.HubApplication;
import io.sollecito.app.LateRoutes;
import io.sollecito.app.PolledFolder;
import io.sollecito.delivery.mailbox.MailboxAdapter;
import io.sollecito.delivery.print.PackageFile;
import io.sollecito.delivery.print.PrintAnswersAdapter;
import io.sollecito.delivery.sms.SmsReceiptsAdapter;
import io.sollecito.delivery.sms.SmsSubmission;
import io.sollecito.demo.servers.SmsCentre;
import io.sollecito.intake.IntakeAdapter;
import io.sollecito.intake.SqlQuestion;
import io.sollecito.intake.StatementAdapter;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.apache.camel.test.spring.junit5.UseAdviceWith;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Every file of {@code routes/}, loaded as the hub loads it; what reaches the hub's beans and what leaves is recorded. */
@CamelSpringBootTest
@UseAdviceWith
@SpringBootTest(
        classes = HubApplication.class,
        properties = {
            "sollecito.heartbeat=false",
            "sollecito.data=target/routes-as-shipped",
            "sollecito.ledger.url=jdbc:h2:mem:routes;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1"
        })
class RoutesAsShippedTest {

    private static final File FILE = new File("pom.xml");
    private static final long MODIFIED = 1_772_430_600_000L;
    private static final Map<String, Object> HOSTILE = Map.of(
            "CamelFoo", "x",
            "cAmElBeanMethodName", "queries",
            "CamelBeanMethodName", "queries",
            "CAMELFILENAME", "../../x",
            "mail.smtp.host", "evil.example",
            "MAIL.SMTP.Host", "evil.example",
            "Bcc", "evil@evil.example",
            "CamelSmppDestAddr", "999");

    /** Before any route was advised. */
    private static List<SftpEndpoint> polled;

    @Autowired
    private CamelContext camel;

    @Autowired
    private ProducerTemplate template;

    @Autowired
    private LateRoutes lateRoutes;

    @MockitoBean(name = "intakeAdapter")
    private IntakeAdapter intake;

    @MockitoBean(name = "statementAdapter")
    private StatementAdapter statements;

    @MockitoBean(name = "printAnswersAdapter")
    private PrintAnswersAdapter answers;

    @MockitoBean(name = "mailboxAdapter")
    private MailboxAdapter mailbox;

    @MockitoBean(name = "smsReceiptsAdapter")
    private SmsReceiptsAdapter receipts;

    private static SmsCentre centre;

    /** The routes of delivery reports run only while a message centre answers. */
    @DynamicPropertySource
    static void messageCentre(DynamicPropertyRegistry properties) {
        centre = SmsCentre.start(Path.of("target/routes-as-shipped/sms"), Clock.systemUTC());
        for (String company : List.of("acme", "lumiere")) {
            properties.add(company + ".sms.host", centre::host);
            properties.add(company + ".sms.port", centre::port);
            properties.add(company + ".sms.user", () -> company);
            properties.add(company + ".sms.password", () -> SmsCentre.PASSWORD);
        }
    }

    @AfterAll
    static void stopMessageCentre() {
        centre.close();
    }

    @BeforeEach
    void startOnce() {
        if (!camel.getStatus().isStarted()) {
            camel.start();
            polled = camel.getRoutes().stream()
                    .map(Route::getEndpoint)
                    .filter(SftpEndpoint.class::isInstance)
                    .map(SftpEndpoint.class::cast)
                    .toList();
        }
    }

    @Test
    void every_file_is_a_route_that_runs() throws Exception {
        Set<String> files = new TreeSet<>();
        try (Stream<Path> found = Files.list(Path.of("routes"))) {
            found.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".camel.yaml"))
                    .forEach(name -> files.add(name.replace(".camel.yaml", "")));
        }
        assertThat(camel.getRoutes()).extracting(Route::getRouteId).containsExactlyInAnyOrderElementsOf(files);
        lateRoutes.start();
        assertThat(files)
                .allSatisfy(route -> assertThat(
                                camel.getRouteController().getRouteStatus(route).isStarted())
                        .isTrue());
    }

    @Test
    void every_sftp_server_is_known_by_its_key_and_nothing_is_created_on_it() {
        List<SftpEndpoint> servers = camel.getEndpoints().stream()
                .filter(SftpEndpoint.class::isInstance)
                .map(SftpEndpoint.class::cast)
                .toList();
        assertThat(servers).isNotEmpty().allSatisfy(server -> {
            SftpConfiguration configuration = server.getConfiguration();
            assertThat(configuration.getStrictHostKeyChecking()).isEqualTo("yes");
            assertThat(configuration.getKnownHostsFile()).isNotBlank();
            assertThat(configuration.isUseUserKnownHostsFile()).isFalse();
            assertThat(server.isAutoCreate()).isFalse();
        });
    }

    @Test
    void every_folder_that_is_polled_is_filtered_and_worked_on_in_a_copy() {
        assertThat(polled).hasSizeGreaterThanOrEqualTo(5).allSatisfy(server -> {
            assertThat(server.getFilter()).isInstanceOf(PolledFolder.class);
            assertThat(server.getProcessStrategy()).isSameAs(server.getFilter());
            SftpConfiguration remote = server.getConfiguration();
            assertThat(server.getLocalWorkDirectory())
                    .startsWith("data/work/")
                    .contains(remote.getHost(), remote.getUsername(), remote.getDirectoryName());
            assertThat(server.isDelete()).isFalse();
        });
    }

    @Test
    void an_erp_file_reaches_the_hub_without_what_came_with_it() throws Exception {
        MockEndpoint before = advised("erp-acme-sap", BeanDefinition.class);

        template.send("direct:in-erp-acme-sap", RoutesAsShippedTest::hostileFile);

        assertThat(headersOf(before)).containsOnlyKeys(Exchange.FILE_NAME_ONLY, Exchange.FILE_LAST_MODIFIED);
        verify(intake).takeFile("erp-acme-sap", "ACME-IT", "sap", "sap-fbl5n", "", FILE, "x,'y').csv", MODIFIED);
        verifyNoMoreInteractions(intake);
    }

    @ParameterizedTest
    @CsvSource({"bank-acme, ACME-IT", "bank-lumiere, LUMIERE-FR"})
    void a_statement_reaches_the_hub_without_what_came_with_it(String route, String creditor) throws Exception {
        MockEndpoint before = advised(route, BeanDefinition.class);

        template.send("direct:in-" + route, RoutesAsShippedTest::hostileFile);

        assertThat(headersOf(before)).containsOnlyKeys(Exchange.FILE_NAME_ONLY, Exchange.FILE_LAST_MODIFIED);
        verify(statements).take(route, creditor, FILE, "x,'y').csv", MODIFIED, "", "");
        verifyNoMoreInteractions(statements);
    }

    @ParameterizedTest
    @CsvSource({"print-answers-acme, ACME-IT", "print-answers-lumiere, LUMIERE-FR"})
    void an_answer_of_the_print_house_reaches_the_hub_without_what_came_with_it(String route, String creditor)
            throws Exception {
        MockEndpoint before = advised(route, BeanDefinition.class);

        template.send("direct:in-" + route, RoutesAsShippedTest::hostileFile);

        assertThat(headersOf(before)).containsOnlyKeys(Exchange.FILE_NAME_ONLY);
        verify(answers).take(route, creditor, FILE, "x,'y').csv");
        verifyNoMoreInteractions(answers);
    }

    @ParameterizedTest
    @CsvSource({"mailbox-acme, ACME-IT", "mailbox-lumiere, LUMIERE-FR"})
    void a_mail_reaches_the_hub_and_its_headers_move_or_delete_nothing(String route, String creditor) throws Exception {
        MockEndpoint before = advised(route, BeanDefinition.class);

        template.send("direct:in-" + route, exchange -> {
            Map<String, Object> headers = new HashMap<>(HOSTILE);
            headers.put("moveTo", "Trash");
            headers.put("copyTo", "Trash");
            headers.put("delete", true);
            exchange.getMessage().setHeaders(headers);
        });

        assertThat(headersOf(before)).isEmpty();
        verify(mailbox).take(any(Exchange.class), eq(route), eq(creditor), eq(5), eq(""));
        verifyNoMoreInteractions(mailbox);
    }

    @ParameterizedTest
    @CsvSource({"sms-receipts-acme, ACME-IT", "sms-receipts-lumiere, LUMIERE-FR"})
    void a_delivery_report_reaches_the_hub_with_nothing_but_its_id_and_state(String route, String creditor)
            throws Exception {
        MockEndpoint before = advised(route, BeanDefinition.class);
        camel.getRouteController().startRoute(route);

        template.send("direct:in-" + route, exchange -> {
            Map<String, Object> headers = new HashMap<>(HOSTILE);
            headers.put("CamelSmppId", "id7");
            headers.put("CamelSmppStatus", "DELIVRD");
            headers.put("CamelSmppSourceAddr", "393331234567");
            exchange.getMessage().setHeaders(headers);
        });

        assertThat(headersOf(before)).isEqualTo(Map.of("CamelSmppId", "id7", "CamelSmppStatus", "DELIVRD"));
        verify(receipts).take(any(Exchange.class), eq(route), eq(creditor));
        verifyNoMoreInteractions(receipts);
    }

    @Test
    void the_polled_database_is_asked_what_the_mapping_asks() throws Exception {
        MockEndpoint database = advised("erp-lumiere-odoo", ToDefinition.class);
        when(intake.queries("erp-lumiere-odoo", "LUMIERE-FR", "odoo", "02:00")).thenReturn(List.of("debtor"));
        when(intake.ask("erp-lumiere-odoo", "odoo", "Lumière Équipements SAS", "debtor"))
                .thenReturn(new SqlQuestion("debtor", "select :?watermark", "2026-03-02", null));

        template.send("direct:in-erp-lumiere-odoo", exchange -> {});

        database.assertIsSatisfied();
        verify(intake).queries("erp-lumiere-odoo", "LUMIERE-FR", "odoo", "02:00");
        assertThat(headersOf(database))
                .containsEntry("watermark", "2026-03-02")
                .containsEntry("company", null)
                .containsEntry("CamelSqlQuery", "select :?watermark");
        verify(intake).ask("erp-lumiere-odoo", "odoo", "Lumière Équipements SAS", "debtor");
        verify(intake).takeRows("erp-lumiere-odoo", "LUMIERE-FR", "odoo", "odoo", "", "debtor", null);
        verifyNoMoreInteractions(intake);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail-acme", "mail-lumiere"})
    void no_header_leaves_with_an_email(String route) throws Exception {
        MockEndpoint before = advised(route, ToDefinition.class);

        template.send("direct:in-" + route, exchange -> {
            exchange.getMessage().setHeaders(new HashMap<>(HOSTILE));
            exchange.getMessage().setBody("a whole MIME message");
        });

        assertThat(headersOf(before)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"print-acme", "print-lumiere"})
    void only_the_name_leaves_with_a_file_for_the_print_house(String route) throws Exception {
        MockEndpoint before = advised(route, ToDefinition.class);

        template.send("direct:in-" + route, exchange -> {
            exchange.getMessage().setHeaders(new HashMap<>(HOSTILE));
            exchange.getMessage().setBody(new PackageFile("batch.zip", new byte[] {1}));
        });

        assertThat(headersOf(before)).isEqualTo(Map.of(Exchange.FILE_NAME, "batch.zip"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms-acme", "sms-lumiere"})
    void a_text_message_goes_to_its_recipient_and_nobody_else(String route) throws Exception {
        MockEndpoint before = advised(route, ToDefinition.class);

        template.send("direct:in-" + route, exchange -> {
            exchange.getMessage().setHeaders(new HashMap<>(HOSTILE));
            exchange.getMessage().setBody(new SmsSubmission("AcmeItalia", "+393471234567", new byte[] {65}, 0, false));
        });

        assertThat(headersOf(before))
                .containsEntry("CamelSmppDestAddr", "393471234567")
                .allSatisfy((name, value) -> assertThat(name).startsWith("CamelSmpp"));
    }

    private static void hostileFile(Exchange exchange) {
        Map<String, Object> headers = new HashMap<>(HOSTILE);
        headers.put(Exchange.FILE_NAME_ONLY, "x,'y').csv");
        headers.put(Exchange.FILE_LAST_MODIFIED, MODIFIED);
        exchange.getMessage().setHeaders(headers);
        exchange.getMessage().setBody(FILE);
    }

    /** Lets the route begin where a test can send to, and end in a recorder before its last step of that kind. */
    private <T extends ProcessorDefinition<?>> MockEndpoint advised(String route, Class<T> step) throws Exception {
        MockEndpoint before = camel.getEndpoint("mock:" + route, MockEndpoint.class);
        before.expectedMessageCount(1);
        adviceWith(camel, route, advice -> {
            advice.replaceFromWith("direct:in-" + route);
            if (step == ToDefinition.class) {
                advice.weaveByType(step).selectLast().replace().to(before);
            } else {
                advice.weaveByType(step).selectLast().before().to(before);
            }
        });
        return before;
    }

    private static Map<String, Object> headersOf(MockEndpoint recorder) throws InterruptedException {
        recorder.assertIsSatisfied();
        Map<String, Object> headers =
                recorder.getReceivedExchanges().get(0).getMessage().getHeaders();
        HOSTILE.forEach((name, value) -> assertThat(headers.get(name)).isNotEqualTo(value));
        assertThat(headers.keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("mail."));
        return headers;
    }
}
