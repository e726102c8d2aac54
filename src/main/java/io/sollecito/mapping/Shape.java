package io.sollecito.mapping;

import java.util.ArrayList;
import java.util.List;

/** A map of a mapping file, with these keys and no others. */
record Shape(String name, List<Key> keys) {

    /** @param type what may stand there; several, separated by {@code |} */
    record Key(String name, String type, String about, boolean required) {}

    List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    static Builder shape(String name) {
        return new Builder(name);
    }

    /** Collects the keys of a shape. */
    static final class Builder {

        private final String name;
        private final List<Key> keys = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        Builder key(String key, String type, String about) {
            return add(new Key(key, type, about, false));
        }

        Builder required(String key, String type, String about) {
            return add(new Key(key, type, about, true));
        }

        Builder add(Key key) {
            keys.add(key);
            return this;
        }

        Shape done() {
            return new Shape(name, List.copyOf(keys));
        }
    }
}
