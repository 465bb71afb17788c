package com.example.driver;

import dev.wsksim.junit5.Scenarios;

/** Makes tests of the scenario files, which say what the driver's server may meet it with, and no Java at all. */
@Scenarios("/scenarios")
class ServerScenariosTest {}
