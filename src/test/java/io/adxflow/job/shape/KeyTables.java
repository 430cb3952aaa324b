package io.adxflow.job.shape;

import java.util.stream.Collectors;

/** A shape and all that it leads to as tables of a Markdown page. */
final class KeyTables implements Kind.Visitor<String> {
    private KeyTables() {}

    static String of(Shape root) {
        return root.all().stream().map(KeyTables::table).collect(Collectors.joining("\n"));
    }

    private static String table(Shape shape) {
        String rows = shape.keys().stream()
                .map(key -> "| `" + key.name() + "` | " + key.kind().accept(new KeyTables()) + " | "
                        + (key.isRequired() ? "yes" : "") + " | " + key.summary() + " |\n")
                .collect(Collectors.joining());
        return "## " + shape.name() + "\n\n" + shape.summary() + "." + alternatives(shape)
                + "\n\n| key | value | needed | what it says |\n| --- | --- | --- | --- |\n" + rows;
    }

    private static String alternatives(Shape shape) {
        if (shape.alternatives().isEmpty()) {
            return "";
        }
        String names =
                shape.alternatives().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        return " " + (shape.needsOne() ? "Exactly" : "At most") + " one of " + names + ".";
    }

    @Override
    public String text(Kind.Text kind) {
        return "text";
    }

    @Override
    public String code(Kind.Code kind) {
        return kind.language();
    }

    @Override
    public String truth(Kind.Truth kind) {
        return "`true` or `false`";
    }

    @Override
    public String word(Kind.Word kind) {
        return kind.words().stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    @Override
    public String plain(Kind.Plain kind) {
        return "text, number, `true` or `false`";
    }

    @Override
    public String keys(Kind.Keys kind) {
        return "[" + kind.shape().name() + "](#" + kind.shape().name() + ")";
    }

    @Override
    public String named(Kind.Named kind) {
        return "names, each with: " + kind.value().accept(this);
    }

    @Override
    public String items(Kind.Items kind) {
        return "list of: " + kind.item().accept(this);
    }

    @Override
    public String either(Kind.Either kind) {
        return kind.kinds().stream().map(one -> one.accept(this)).collect(Collectors.joining(" or "));
    }
}
