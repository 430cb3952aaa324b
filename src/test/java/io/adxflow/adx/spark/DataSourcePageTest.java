package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DataSourcePageTest {
    @Test
    void everyOptionIsOnThePage() throws IOException, IllegalAccessException {
        String page = Files.readString(Path.of("src/site/markdown/reference/data-source.md"));
        for (Field option : AdxOption.class.getDeclaredFields()) {
            assertThat(page).contains("`" + option.get(null) + "`");
        }
    }
}
