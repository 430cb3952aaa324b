package io.adxflow.emulator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs for Node, with the packages that they need. */
public final class NodeProgram {
    private NodeProgram() {}

    /** Copies files into a new folder and installs what its {@code package.json} names; skips the test where that cannot be. */
    public static Path install(Path folder, List<Path> files) throws IOException, InterruptedException {
        assumeTrue(ClientProcess.exists("node") && ClientProcess.exists("npm"), "there is no Node on the path");
        Files.createDirectory(folder);
        for (Path file : files) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        ClientProcess npm = ClientProcess.run(
                folder, List.of("npm", "install", "--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts"));
        assumeTrue(npm.isSuccess(), () -> "npm does not install the packages: " + npm.output());
        return folder;
    }
}
