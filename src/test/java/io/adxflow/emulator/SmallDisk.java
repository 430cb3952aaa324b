package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of a few megabytes in memory, which only root can make. */
final class SmallDisk {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Skips the test where none can be made. */
    static SmallDisk mount(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        assumeTrue(ClientProcess.exists("mount"), "there is no mount on the path");
        ClientProcess mount = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        assumeTrue(mount.isSuccess(), () -> "no small disk can be mounted: " + mount.output());
        return new SmallDisk(folder);
    }

    void resize(int megabytes) throws IOException, InterruptedException {
        ClientProcess mount = run("mount", "-o", "remount,size=" + megabytes + "m", folder.toString());
        assertThat(mount.isSuccess()).as(mount.output()).isTrue();
    }

    private static ClientProcess run(String... command) throws IOException, InterruptedException {
        return ClientProcess.run(Path.of("/"), List.of(command));
    }

    void unmount() throws IOException, InterruptedException {
        ClientProcess umount = run("umount", "-l", folder.toString());
        assertThat(umount.isSuccess()).as(umount.output()).isTrue();
    }
}
