package io.adxflow.job.shape;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A group of keys.
 *
 * @param name what the group is called in the reference and in the schema
 * @param alternatives the keys of which at most one may stand there
 * @param needsOne whether one of the alternatives must stand there
 */
public record Shape(String name, String summary, List<Key> keys, List<String> alternatives, boolean needsOne) {
    public Shape {
        keys = List.copyOf(keys);
        alternatives = List.copyOf(alternatives);
    }

    static Shape of(String name, String summary, Key... keys) {
        return new Shape(name, summary, List.of(keys), List.of(), false);
    }

    Shape withOneOf(String... names) {
        return new Shape(name, summary, keys, List.of(names), true);
    }

    Shape withAtMostOneOf(String... names) {
        return new Shape(name, summary, keys, List.of(names), false);
    }

    public Optional<Key> key(String wanted) {
        return keys.stream().filter(key -> key.name().equals(wanted)).findFirst();
    }

    public List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    /** This group and every group that it leads to, each once, outer ones first. */
    public List<Shape> all() {
        Set<Shape> found = new LinkedHashSet<>();
        collect(found);
        return List.copyOf(found);
    }

    private void collect(Set<Shape> found) {
        if (found.add(this)) {
            keys.stream().flatMap(key -> key.kind().shapes()).forEach(shape -> shape.collect(found));
        }
    }
}
