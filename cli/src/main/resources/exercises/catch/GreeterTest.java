import dev.wsksim.cli.exercise.DriverTest;
import dev.wsksim.cli.exercise.JavaDriver;
import dev.wsksim.cli.exercise.Network;
import dev.wsksim.cli.exercise.Performance;
import dev.wsksim.cli.exercise.Stage;

/** Tests a driver that connects to the server, says hello, and closes the socket. */
public final class GreeterTest implements DriverTest {
    @Override
    public void test(JavaDriver driver, Stage stage) {
        Performance seen = stage.play(driver, Network.NEAR);
        require(seen.connections() == 1, "one connection, not " + seen.connections());
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new AssertionError(message);
        }
    }
}
