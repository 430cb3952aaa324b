package io.adxflow.job.model;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where job and environment files are read from: the disk of this machine, or what a cluster's file system reaches. */
public interface JobFiles {
    /** A file with more bytes is cut off, and then refused for its length. */
    int MAX_BYTES = 8_000_000;

    /**
     * A file's text, named by its location.
     *
     * @throws io.adxflow.base.diagnostic.UserException when there is no such file, or it cannot be read as text
     */
    SourceText read(String location);

    /** Whether there is a file or folder; empty when that cannot be known from here. */
    Optional<Boolean> exists(String location);

    /**
     * The text that the bytes of a file are.
     *
     * @throws io.adxflow.base.diagnostic.UserException when they are not UTF-8
     */
    static SourceText text(String location, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new SourceText(location, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw JobProblem.UNREADABLE_FILE
                    .at(Span.at(0), location, "it is not UTF-8")
                    .toException();
        }
    }
}
