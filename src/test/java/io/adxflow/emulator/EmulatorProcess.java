package io.adxflow.emulator;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** An emulator in a process of its own, which says its address and waits for a violent end. */
final class EmulatorProcess {
    private EmulatorProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (Emulator emulator = Emulator.start(Path.of(arguments[0]))) {
            System.out.println(emulator.uri());
            System.out.flush();
            new CountDownLatch(1).await();
        }
    }
}
