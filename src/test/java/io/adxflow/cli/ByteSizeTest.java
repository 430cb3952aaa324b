package io.adxflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({"2GB, 2147483648", "512 mb, 536870912", "1.5KB, 1536", "12345678901B, 12345678901"})
    void aNumberAndItsUnitMakeBytes(String text, long bytes) {
        assertThat(new ByteSize().convert(text)).isEqualTo(bytes);
    }

    @Test
    void aNumberWithoutAUnitIsRefused() {
        assertThatThrownBy(() -> new ByteSize().convert("2"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'2' is not a size such as 512MB or 2GB");
    }
}
