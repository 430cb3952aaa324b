package io.adxflow.kql.function;

import io.adxflow.kql.language.KqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One overload of a scalar function or operator; an operator is named by its symbol. The SQL is total: what KQL says about
 * nulls is in it.
 *
 * @param inFilter cheaper SQL that may give null where {@code sql} gives false, for a conjunct of a filter
 * @param summary one line for the reference, without a period
 */
public record KqlFunction(
        Signature signature, SqlTemplate sql, Optional<SqlTemplate> inFilter, ResultName resultName, String summary) {

    static KqlFunction scalar(String signature, String sql, String summary) {
        return new KqlFunction(
                Signature.of(signature), new SqlTemplate(sql), Optional.empty(), ResultName.NONE, summary);
    }

    /** The result is named like the first argument. */
    KqlFunction named() {
        return new KqlFunction(signature, sql, inFilter, ResultName.FIRST_ARGUMENT, summary);
    }

    /** The result is named by a prefix and the first argument. */
    KqlFunction named(String prefix) {
        return new KqlFunction(signature, sql, inFilter, ResultName.prefix(prefix), summary);
    }

    KqlFunction inFilter(String cheaper) {
        return new KqlFunction(signature, sql, Optional.of(new SqlTemplate(cheaper)), resultName, summary);
    }

    /** The same function under another name. */
    KqlFunction renamed(String name) {
        Signature other = new Signature(name, signature.parameters(), signature.result());
        return new KqlFunction(other, sql, inFilter, resultName, summary);
    }

    public String name() {
        return signature.name();
    }

    /** The type of a call with arguments of these types, those that share a common type widened to it. */
    public KqlType resultType(List<KqlType> arguments) {
        return signature.result().of(arguments);
    }

    /** The SQL of a call that supplies these arguments and leaves out the optional ones behind them. */
    public String call(List<String> arguments, Map<String, String> context) {
        return signature.fill(sql, arguments, context);
    }

    /** The SQL of a call in a conjunct of a filter, where null counts as false. */
    public String callInFilter(List<String> arguments, Map<String, String> context) {
        return signature.fill(inFilter.orElse(sql), arguments, context);
    }
}
