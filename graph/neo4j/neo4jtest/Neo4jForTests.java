import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * A Neo4j server for tests: the real engine with Bolt on the loopback address.
 *
 * <p>Arguments: the folder that it keeps everything in, and the port. The first
 * line of standard input is the password of the user neo4j, so that no list of
 * processes shows it. It says "ready" when it answers. When standard input ends,
 * because its parent is done or dead, it deletes the folder and goes; after a line
 * "exit", or with the property dateline.keep, it leaves the folder in good order.
 */
public final class Neo4jForTests {
    public static void main(String[] args) {
        try {
            serve(Path.of(args[0]), Integer.parseInt(args[1]));
        } catch (Throwable fault) { // the engine's threads would keep the process alive
            fault.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void serve(Path home, int port) throws IOException {
        var input = new BufferedReader(new InputStreamReader(System.in));
        String password = input.readLine();
        boolean fresh = !Files.exists(home.resolve("data"));
        DatabaseManagementService service = start(home, port);
        if (fresh) {
            service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME).executeTransactionally(
                    "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
        System.out.println("ready");
        boolean orderly = "exit".equals(input.readLine()) || Boolean.getBoolean("dateline.keep");
        if (orderly) {
            System.exit(0);
        }
        delete(home);
        Runtime.getRuntime().halt(0);
    }

    private static DatabaseManagementService start(Path home, int port) {
        return new DatabaseManagementServiceBuilder(home)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
                .setConfig(BoltConnector.advertised_address, new SocketAddress("127.0.0.1", port))
                .setConfig(BoltConnector.thread_pool_min_size, 2)
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                // Tests try wrong passwords; none of them is an attack.
                .setConfig(GraphDatabaseSettings.auth_max_failed_attempts, 0)
                .setConfig(GraphDatabaseSettings.pagecache_memory, Long.getLong("dateline.pagecache", 128L << 20))
                .setConfig(GraphDatabaseSettings.read_only_database_default, Boolean.getBoolean("dateline.readonly"))
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.logical_log_rotation_threshold, 16L << 20)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .build();
    }

    private static void delete(Path folder) {
        // The running engine can still write a file into a folder that is being emptied.
        for (int tries = 0; tries < 5 && Files.exists(folder); tries++) {
            try (var paths = Files.walk(folder)) {
                for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException again) {
                continue;
            }
        }
    }
}
