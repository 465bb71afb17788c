import dev.wsksim.cli.exercise.DriverTest;
import dev.wsksim.cli.exercise.JavaDriver;
import dev.wsksim.cli.exercise.Network;
import dev.wsksim.cli.exercise.Performance;
import dev.wsksim.cli.exercise.Stage;

/** Tests a driver that connects to the server, says hello, and closes the socket. */
public final class GreeterTest implements DriverTest {
    @Override
    public void test(JavaDriver driver, Stage stage) {
        greets(stage.play(driver, Network.NEAR));
        greets(stage.play(driver, Network.NEAR.withLatencyMillis(300)));
        Performance refused = stage.play(driver, Network.NEAR.withRefusals(100));
        require(refused.connections() == 0 && refused.faults().isEmpty(), "refused: " + refused);
    }

    private static void greets(Performance seen) {
        require(seen.received().equals("hello"), "received " + seen.received());
        require(seen.faults().isEmpty(), "faults: " + seen.faults());
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new AssertionError(message);
        }
    }
}
