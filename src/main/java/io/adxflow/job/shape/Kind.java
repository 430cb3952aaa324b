package io.adxflow.job.shape;

import java.util.List;
import java.util.stream.Stream;

/** What a value may be. */
public sealed interface Kind {
    <R> R accept(Visitor<R> visitor);

    /** The groups of keys that a value of this kind may hold directly. */
    default Stream<Shape> shapes() {
        return Stream.empty();
    }

    /** A text; the pattern is a regular expression for the whole of it, or empty when any text will do. */
    record Text(String pattern) implements Kind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /** A text in some language, {@code KQL} or {@code Spark SQL}. */
    record Code(String language) implements Kind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.code(this);
        }
    }

    /** True or false. */
    record Truth() implements Kind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.truth(this);
        }
    }

    /** One of a few words. */
    record Word(List<String> words) implements Kind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.word(this);
        }
    }

    /** A text, a number or a truth value. */
    record Plain() implements Kind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.plain(this);
        }
    }

    /** Keys that are known. */
    record Keys(Shape shape) implements Kind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.keys(this);
        }

        @Override
        public Stream<Shape> shapes() {
            return Stream.of(shape);
        }
    }

    /** Names that the author chooses, each with a value of a kind. */
    record Named(Kind value) implements Kind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.named(this);
        }

        @Override
        public Stream<Shape> shapes() {
            return value.shapes();
        }
    }

    /** A list. */
    record Items(Kind item) implements Kind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.items(this);
        }

        @Override
        public Stream<Shape> shapes() {
            return item.shapes();
        }
    }

    /** One of several kinds. */
    record Either(List<Kind> kinds) implements Kind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.either(this);
        }

        @Override
        public Stream<Shape> shapes() {
            return kinds.stream().flatMap(Kind::shapes);
        }
    }

    /** No default methods: a new kind must be answered everywhere. */
    interface Visitor<R> {
        R text(Text kind);

        R code(Code kind);

        R truth(Truth kind);

        R word(Word kind);

        R plain(Plain kind);

        R keys(Keys kind);

        R named(Named kind);

        R items(Items kind);

        R either(Either kind);
    }
}
