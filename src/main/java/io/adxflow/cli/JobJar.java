package io.adxflow.cli;

import io.adxflow.databricks.deploy.DeployProblem;
import io.adxflow.databricks.deploy.RunToken;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The jar that clusters run. Its name on a volume tells its content, so that no run ever sees it change. */
final class JobJar {
    private static final int SHORT = 8;

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "The job jar. Default: adxflow-job.jar beside the jar of this program.")
    private Path file;

    /** Without a jar, which only printing can do, its name has the version alone. */
    String name() {
        String version = Version.text().replaceAll("[^A-Za-z0-9.-]", "");
        String content = Files.isRegularFile(path())
                ? "-" + RunToken.digest(List.of(bytes())).substring(0, SHORT)
                : "";
        return "adxflow-job-" + version + content + ".jar";
    }

    /** @throws io.adxflow.base.diagnostic.UserException when there is no jar */
    byte[] bytes() {
        try {
            return Files.readAllBytes(path());
        } catch (IOException e) {
            throw DeployProblem.NO_JAR
                    .with(path())
                    .withHint("build it with scripts/build, or name it with --jar")
                    .toException();
        }
    }

    private Path path() {
        if (file != null) {
            return file;
        }
        try {
            return Path.of(JobJar.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolveSibling("adxflow-job.jar");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
