package io.sollecito.reminders.message;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A text with double square brackets that waits for its values. Values are texts, or lists of maps of texts; they are
 * never read as template, and an empty one outside its own condition holds the message.
 */
final class Filling {

    private static final Mustache.Compiler PLAIN = Mustache.compiler()
            .withDelims("[[ ]]")
            .withCollector(new MapsOnly())
            .escapeHTML(false);
    private static final Mustache.Compiler HTML = PLAIN.escapeHTML(true);

    private final Template template;

    private Filling(Template template) {
        this.template = template;
    }

    /** Values are written as they are. */
    static Filling plain(String source) {
        return new Filling(PLAIN.compile(source));
    }

    /** Values are escaped for HTML and XML. */
    static Filling html(String source) {
        return new Filling(HTML.compile(source));
    }

    /** @throws MessageHeld when a variable has no value here */
    String with(Map<String, Object> values) {
        try {
            return template.execute(values);
        } catch (MustacheException.Context missing) {
            throw new MessageHeld("[[" + missing.key + "]] is empty");
        }
    }

    /** Keeps the engine from reflecting on values: maps have names, lists repeat, all else is text. */
    private static final class MapsOnly implements Mustache.Collector {

        private static final Mustache.VariableFetcher OF_MAP = (context, name) -> {
            Object value = ((Map<?, ?>) context).get(name);
            return value == null ? Template.NO_FETCHER_FOUND : value;
        };

        @Override
        public Iterator<?> toIterator(Object value) {
            return value instanceof List<?> list ? list.iterator() : null;
        }

        @Override
        public Mustache.VariableFetcher createFetcher(Object context, String name) {
            return context instanceof Map ? OF_MAP : null;
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
