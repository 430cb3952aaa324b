package io.adxflow.emulator.storage;

import io.adxflow.base.http.HttpException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The text of a queue message: Base64, as the queue clients send it, or plain JSON. */
final class MessageText {
    private MessageText() {}

    /** @throws HttpException with status 400 when it is neither */
    static String decoded(String text) {
        if (text.stripLeading().startsWith("{")) {
            return text;
        }
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new HttpException(400, "the message text is neither JSON nor Base64");
        }
    }
}
