package dev.wsksim.junit5;

/** Plays some of this module's own scenarios through the engine as a user's build does: Surefire finds this class. */
@Scenarios("/scenarios")
class BundledScenariosTest {}
