package dev.wsksim.export.json;

/**
 * What a trace is a trace of.
 *
 * @param version the version of wsksim
 * @param scenario the name of what was played
 * @param file where it was loaded from; empty for nowhere
 * @param seed the seed of all chance
 * @param profile the name of the profile
 * @param digest the SHA-256 of the trace as 64 lower-case hexadecimal digits
 */
public record TraceHeader(String version, String scenario, String file, long seed, String profile, String digest) {}
