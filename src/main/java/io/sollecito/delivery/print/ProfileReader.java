package io.sollecito.delivery.print;

import io.sollecito.delivery.print.PrintProfile.Answers;
import io.sollecito.delivery.print.PrintProfile.Service;
import io.sollecito.delivery.print.bill.BillForm;
import io.sollecito.model.Problem;
import io.sollecito.reminders.message.AddressZone;
import io.sollecito.reminders.message.ClearZone;
import io.sollecito.reminders.message.LetterAreas;
import io.sollecito.reminders.message.PageArea;
import io.sollecito.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads one profile and says everything that is wrong with it. */
final class ProfileReader {

    static final List<String> KEYS = List.of(
            "profile",
            "creditors",
            "window",
            "clear",
            "products",
            "cutOff",
            "test",
            "colour",
            "duplex",
            "maxSheets",
            "envelope",
            "archiveYears",
            "costCentre",
            "answers",
            "addressSheet",
            "scanAR",
            "notAfter",
            "inserts",
            "returnDataMatrix",
            "purgeDays",
            "contact",
            "weight",
            "bill",
            "encryptTo");
    static final List<String> REQUIRED = List.of("profile", "creditors", "window", "products", "cutOff");
    static final List<String> WINDOW_KEYS = List.of("x", "y", "width", "height", "addressTop");
    static final List<String> AREA_KEYS = List.of("x", "y", "width", "height");
    static final List<String> CLEAR_KEYS = List.of("x", "y", "width", "height", "pages");
    static final List<String> PAGES = List.of("first", "all");
    static final List<String> CHANNELS = List.of("letter", "registered-letter");
    static final List<String> PRODUCT_KEYS = List.of("class", "code", "weights");
    static final List<String> CUT_OFF_KEYS = List.of("time", "zone");
    static final List<String> ANSWER_KEYS = List.of("acknowledgement", "posting", "delivery");
    static final List<String> ENVELOPES = List.of("AUTO", "DL", "C5", "C4");
    private static final double LEAST_ADDRESS = 21;
    private static final double LEAST_WIDTH = 60;

    private final YamlNode node;
    private final List<Problem> problems = new ArrayList<>();
    private final ProfileFields fields = new ProfileFields(problems);
    private final HandlingReader handling = new HandlingReader(fields);
    private final EncryptionReader encryption;

    ProfileReader(YamlNode node) {
        this(node, PgpLibrary.isInstalled());
    }

    /** @param pgp whether OpenPGP's library is there */
    ProfileReader(YamlNode node, boolean pgp) {
        this.node = node;
        this.encryption = new EncryptionReader(fields, pgp);
    }

    /** Of every profile that was read so far. */
    List<Problem> problems() {
        return problems;
    }

    /** The profile of each creditor that the file names, by the creditor's code. */
    Map<String, PrintProfile> read() {
        fields.keys(node, KEYS, REQUIRED);
        String name = name();
        AddressZone zone = window();
        List<ClearZone> clear = clear(zone);
        Map<String, Service> services = services();
        YamlNode cutOff = part("cutOff", CUT_OFF_KEYS, CUT_OFF_KEYS);
        Handling agreed = handling.read(node);
        BillForm bill = new BillFormReader(fields).read(node, services.values());
        Path key = encryption.read(node);
        YamlNode answers = part("answers", ANSWER_KEYS, List.of());
        Map<String, PrintProfile> profiles = new LinkedHashMap<>();
        senders()
                .forEach((creditor, sender) -> profiles.put(
                        creditor,
                        new PrintProfile(
                                name,
                                sender,
                                zone,
                                clear,
                                services,
                                fields.time(cutOff, "time"),
                                fields.zone(cutOff, "zone"),
                                fields.flag(node, "test", false),
                                fields.flag(node, "colour", false),
                                fields.flag(node, "duplex", true),
                                fields.number(node, "maxSheets", 1, 500, 10),
                                fields.word(node, "envelope", ENVELOPES, "AUTO"),
                                fields.number(node, "archiveYears", 0, 30, 0),
                                fields.text(node, "costCentre"),
                                new Answers(
                                        fields.duration(answers, "acknowledgement", Answers.USUAL.acknowledgement()),
                                        fields.days(answers, "posting", Answers.USUAL.posting()),
                                        fields.days(answers, "delivery", Answers.USUAL.delivery())),
                                agreed,
                                bill,
                                key)));
        return profiles;
    }

    /** The part under a key, or the whole when it is missing: nothing is read from there then. */
    private YamlNode part(String key, List<String> allowed, List<String> required) {
        YamlNode part = node.get(key);
        if (part == null) {
            return node;
        }
        fields.keys(part, allowed, required);
        return part;
    }

    private String name() {
        String name = fields.text(node, "profile");
        if (name != null && !name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            fields.problem(
                    node.get("profile"),
                    "'" + name + "' is no profile's name",
                    "Write small letters, digits and dashes, such as stampa-nord.");
        }
        return name;
    }

    private Map<String, String> senders() {
        Map<String, String> senders = new LinkedHashMap<>();
        YamlNode creditors = node.get("creditors");
        if (creditors == null) {
            return senders;
        }
        if (!creditors.isMap() || creditors.map().isEmpty()) {
            fields.problem(
                    creditors,
                    "'creditors' names no creditor with its sender id",
                    "Write each creditor's code and the id that the print house knows it by: {ACME-IT: ACME-IT}.");
        }
        problems.addAll(creditors.repeatedKeys());
        creditors.map().forEach((code, sender) -> {
            if (PrintProfile.isSenderId(sender.text())) {
                senders.put(code, sender.text());
            } else {
                fields.problem(
                        sender,
                        "'" + sender.text() + "' is no sender id",
                        "Write at most 40 letters, digits and dashes: file names begin with it.");
            }
        });
        return senders;
    }

    private AddressZone window() {
        YamlNode window = node.get("window");
        if (window == null) {
            return AddressZone.DIN_5008_B;
        }
        if (window.isText()) {
            List<String> known =
                    AddressZone.PROFILES.stream().map(AddressZone::name).toList();
            return AddressZone.named(window.text()).orElseGet(() -> {
                fields.problem(
                        window,
                        "no window is called '" + window.text() + "'",
                        "Write one of " + String.join(", ", known) + ", or its measures.");
                return AddressZone.DIN_5008_B;
            });
        }
        int before = problems.size();
        fields.keys(window, WINDOW_KEYS, WINDOW_KEYS);
        PageArea area = area(window);
        double top = fields.millimetres(window, "addressTop");
        if (problems.size() > before) {
            return AddressZone.DIN_5008_B;
        }
        if (area.height() - top < LEAST_ADDRESS || area.width() < LEAST_WIDTH) {
            fields.problem(
                    window,
                    "an address of six lines does not fit into this window",
                    "Below 'addressTop' it needs %.0f mm of height, and %.0f mm of width."
                            .formatted(LEAST_ADDRESS, LEAST_WIDTH));
        }
        String name = fields.text(node, "profile");
        return new AddressZone(name == null ? "" : name, area.x(), area.y(), area.width(), area.height(), top);
    }

    private PageArea area(YamlNode map) {
        int before = problems.size();
        PageArea area = new PageArea(
                fields.millimetres(map, "x"),
                fields.millimetres(map, "y"),
                fields.millimetres(map, "width"),
                fields.millimetres(map, "height"));
        if (problems.size() == before && !area.isOnPage()) {
            fields.problem(map, "this area is not on an A4 page", "A4 is 210 mm wide and 297 mm high.");
        }
        return area;
    }

    private List<ClearZone> clear(AddressZone zone) {
        List<ClearZone> areas = new ArrayList<>();
        YamlNode clear = node.get("clear");
        for (YamlNode each : clear == null ? List.<YamlNode>of() : clear.list()) {
            int before = problems.size();
            fields.keys(each, CLEAR_KEYS, AREA_KEYS);
            ClearZone area = new ClearZone(
                    area(each), fields.word(each, "pages", PAGES, "first").equals("all"));
            if (problems.size() == before) {
                areas.add(area);
                LetterAreas.conflict(zone, area)
                        .ifPresent(what -> fields.problem(
                                each,
                                "letters cannot keep this clear: " + what + " stands there",
                                "Letters leave 20 mm at the top and the sides and 5 mm at the bottom; ask for another"
                                        + " zone."));
            }
        }
        return areas;
    }

    private Map<String, Service> services() {
        Map<String, Service> services = new LinkedHashMap<>();
        YamlNode products = node.get("products");
        if (products == null) {
            return services;
        }
        problems.addAll(products.unknownKeys(CHANNELS));
        if (products.map().isEmpty()) {
            fields.problem(products, "'products' names none", "Write what a letter is: {letter: {class: ORDINARY}}.");
        }
        List<String> classes = Stream.of(Product.values()).map(Product::name).toList();
        products.map().forEach((channel, product) -> {
            fields.keys(product, PRODUCT_KEYS, List.of("class"));
            String named = fields.word(product, "class", classes, "ORDINARY");
            services.put(
                    channel,
                    new Service(Product.valueOf(named), fields.text(product, "code"), handling.weightClasses(product)));
        });
        return services;
    }
}
