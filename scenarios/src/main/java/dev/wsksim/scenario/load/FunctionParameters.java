package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/** Knows the functions that a scenario may call and their documented parameters. */
public interface FunctionParameters {
    /** Returns the functions, in the order in which they are shown. */
    ImmutableSet<String> functions();

    /** Returns the parameters of a function in the order of its signature; none for an unknown function. */
    ImmutableList<FunctionParameter> parametersOf(String function);

    /** Tells whether a successful completion of the function delivers a new socket. */
    boolean deliversSocket(String function);

    /** Tells whether the function returns an NTSTATUS; the others return VOID. */
    boolean returnsStatus(String function);
}
