import java.io.InputStream;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Reads all files below a folder of a container, {@code wasbs://container@account:port folder (sas | key) SECRET}, and prints
 * name, size and the first and last four bytes of each. Compiled and run by {@code HadoopAzureTest}.
 */
public final class BlobReader {
    private BlobReader() {}

    public static void main(String[] arguments) throws Exception {
        URI container = URI.create(arguments[0]);
        Configuration configuration = new Configuration();
        String account = container.getAuthority().split("@")[1];
        boolean isKey = arguments[2].equals("key");
        configuration.set(
                isKey ? "fs.azure.account.key." + account : "fs.azure.sas." + container.getUserInfo() + "." + account,
                arguments[3]);
        try (FileSystem files = FileSystem.newInstance(container, configuration)) {
            RemoteIterator<LocatedFileStatus> found = files.listFiles(new Path(arguments[1]), true);
            while (found.hasNext()) {
                print(files, found.next());
            }
        }
    }

    private static void print(FileSystem files, FileStatus file) throws Exception {
        byte[] content;
        try (InputStream in = files.open(file.getPath())) {
            content = in.readAllBytes();
        }
        String begin = new String(content, 0, 4, "US-ASCII");
        String end = new String(content, content.length - 4, 4, "US-ASCII");
        System.out.println(
                file.getPath().toUri().getPath() + " " + (content.length == file.getLen()) + " " + begin + " " + end);
    }
}
