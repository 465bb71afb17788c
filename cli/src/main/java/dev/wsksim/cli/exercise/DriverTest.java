package dev.wsksim.cli.exercise;

/** A test of a driver, as exercises have it: a class with a constructor without parameters. */
@FunctionalInterface
public interface DriverTest {
    /**
     * Throws an AssertionError where the driver is not as it should be.
     *
     * @param driver the driver, which may be played as often as the test likes
     * @param stage what plays it
     */
    void test(JavaDriver driver, Stage stage);
}
