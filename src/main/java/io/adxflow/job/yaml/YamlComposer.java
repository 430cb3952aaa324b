package io.adxflow.job.yaml;

import static io.adxflow.job.model.JobProblem.DUPLICATE_KEY;
import static io.adxflow.job.model.JobProblem.KEY_NOT_TEXT;
import static io.adxflow.job.model.JobProblem.YAML_FEATURE;
import static io.adxflow.job.model.JobProblem.YAML_SYNTAX;

import io.adxflow.base.diagnostic.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Builds the tree from the parser's events. We do not use the library's own composer, because it resolves aliases before
 * we can refuse them and forgets where a scalar's characters stood.
 */
final class YamlComposer {
    private static final int MAX_DEPTH = 50;

    private final Iterator<Event> events;
    private final Offsets offsets;
    private final Findings findings;

    YamlComposer(Iterator<Event> events, Offsets offsets, Findings findings) {
        this.events = events;
        this.offsets = offsets;
        this.findings = findings;
    }

    /** The only document of the stream. */
    Optional<YamlNode> document() {
        Optional<YamlNode> tree = Optional.empty();
        boolean isFirst = true;
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart && !isFirst) {
                findings.add(YAML_FEATURE.at(span(event, event), "several documents in a file"));
                return tree;
            }
            if (event instanceof NodeEvent) {
                isFirst = false;
                tree = node(event, 0).filter(found -> !isNothing(found));
            }
        }
        return tree;
    }

    private static boolean isNothing(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar && scalar.isNothing();
    }

    /** The node that begins with an event; empty when it was refused, and then it is read to its end all the same. */
    private Optional<YamlNode> node(Event event, int depth) {
        if (event instanceof AliasEvent) {
            findings.add(YAML_FEATURE.at(span(event, event), "anchors and aliases"));
            return Optional.empty();
        }
        refuseAnchor((NodeEvent) event);
        if (event instanceof ScalarEvent scalar) {
            return Optional.of(scalar(scalar));
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        if (depth == MAX_DEPTH) {
            throw YAML_SYNTAX
                    .at(span(event, event), "more than " + MAX_DEPTH + " levels deep")
                    .in(findings.file())
                    .toException();
        }
        return event.getEventId() == Event.ID.MappingStart
                ? mapping(start, depth + 1)
                : Optional.of(sequence(start, depth + 1));
    }

    private void refuseAnchor(NodeEvent event) {
        boolean hasTag = event instanceof ScalarEvent scalar
                ? scalar.getTag().isPresent()
                : ((CollectionStartEvent) event).getTag().isPresent();
        if (event.getAnchor().isPresent() || hasTag) {
            findings.add(YAML_FEATURE
                    .at(span(event, event), hasTag ? "tags" : "anchors and aliases")
                    .withHint("write the value out"));
        }
    }

    private YamlNode.Scalar scalar(ScalarEvent event) {
        Span span = span(event, event);
        ScalarStyle style = event.getScalarStyle();
        String file = findings.file().text();
        return new YamlNode.Scalar(
                ScalarPlaces.of(event.getValue(), style, span, file), style == ScalarStyle.PLAIN, trimmed(span, style));
    }

    /** A block scalar is shown by its indicator, because an excerpt has one line. */
    private static Span trimmed(Span span, ScalarStyle style) {
        boolean isBlock = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
        return isBlock ? new Span(span.start(), span.start() + 1) : span;
    }

    private YamlNode sequence(Event start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            node(event, depth).ifPresent(items::add);
            event = events.next();
        }
        return new YamlNode.Sequence(items, collectionSpan(start));
    }

    /** Empty when a key was no text: then more than that key is probably not meant as it stands. */
    private Optional<YamlNode> mapping(Event start, int depth) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        boolean isMapping = true;
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            Optional<YamlNode> key = node(event, depth);
            Optional<YamlNode> value = node(events.next(), depth);
            isMapping &=
                    key.filter(found -> !(found instanceof YamlNode.Scalar)).isEmpty();
            if (key.isPresent() && value.isPresent()) {
                entry(key.get(), value.get(), names).ifPresent(entries::add);
            }
            event = events.next();
        }
        return isMapping ? Optional.of(new YamlNode.Mapping(entries, collectionSpan(start))) : Optional.empty();
    }

    private Optional<YamlNode.Entry> entry(YamlNode key, YamlNode value, Set<String> names) {
        if (!(key instanceof YamlNode.Scalar text)) {
            findings.add(KEY_NOT_TEXT.at(key.span()).withHint(keyHint(key)));
            return Optional.empty();
        }
        if (!names.add(text.value())) {
            findings.add(DUPLICATE_KEY.at(text.span(), text.value()));
            return Optional.empty();
        }
        return Optional.of(new YamlNode.Entry(text, value));
    }

    private String keyHint(YamlNode key) {
        int start = key.span().start();
        boolean isBraces = start > 0 && findings.file().text().startsWith("{{", start - 1);
        return isBraces ? "a value that starts with {{ needs quotes: \"{{name}}\"" : "put the key in quotes";
    }

    /** The first character only: a collection goes over many lines, and its start is what an excerpt can show. */
    private Span collectionSpan(Event start) {
        int from = start.getStartMark().map(mark -> offsets.of(mark.getIndex())).orElse(0);
        return new Span(from, Math.min(from + 1, findings.file().text().length()));
    }

    private Span span(Event first, Event last) {
        int start = first.getStartMark().map(this::offset).orElse(0);
        int end = last.getEndMark().map(this::offset).orElse(start);
        return new Span(start, Math.max(start, end));
    }

    private int offset(Mark mark) {
        return offsets.of(mark.getIndex());
    }
}
