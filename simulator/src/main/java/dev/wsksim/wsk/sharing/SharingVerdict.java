package dev.wsksim.wsk.sharing;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.se.AccessCheck;
import dev.wsksim.kernel.se.AccessCheckResult;
import dev.wsksim.kernel.se.AccessMask;
import dev.wsksim.kernel.se.GenericMapping;
import dev.wsksim.kernel.se.ProcessorMode;
import dev.wsksim.net.address.IpAddress;

/**
 * How one request to bind fares against one holder of the same port, and why.
 *
 * <p>In a CHECK cell the second socket's token is checked against the first socket's security descriptor. The access
 * that is asked for is documented nowhere (assumption): {@link #SHARE_ADDRESS} is the file right FILE_READ_DATA, with
 * the generic mapping of file objects, so that a descriptor which grants GENERIC_ALL, GENERIC_READ, FA or FR to
 * somebody lets them share.
 *
 * @param status STATUS_SUCCESS, STATUS_ADDRESS_ALREADY_EXISTS or STATUS_ACCESS_DENIED
 * @param reason the matrix row and column, and in a CHECK cell the entry that decided
 */
record SharingVerdict(NtStatus status, String reason) {

    /** The access right that sharing an address asks for (assumption). */
    static final AccessMask SHARE_ADDRESS = new AccessMask(0x0001);

    /** What the generic rights mean: as for files, FILE_GENERIC_READ and so on (assumption). */
    static final GenericMapping FILE_MAPPING = new GenericMapping(
            new AccessMask(0x0012_0089),
            new AccessMask(0x0012_0116),
            new AccessMask(0x0012_00A0),
            new AccessMask(0x001F_01FF));

    static SharingVerdict of(BindRequest request, LocalBinding holder) {
        IpAddress wanted = request.local().address();
        boolean secondWildcard = wanted.isWildcard();
        boolean firstWildcard = holder.address().isWildcard();
        if (!secondWildcard && !firstWildcard && !wanted.equals(holder.address())) {
            return new SharingVerdict(
                    NtStatus.STATUS_SUCCESS,
                    "socket " + holder.socketNumber() + " holds the port on another specific address, "
                            + holder.address());
        }
        MatrixCell cell = BindMatrix.cell(request.option(), secondWildcard, holder.option(), firstWildcard);
        String row = "second bind (" + request.option().text() + ", " + kind(secondWildcard) + ") over socket "
                + holder.socketNumber() + " (" + holder.option().text() + ", " + kind(firstWildcard) + "): " + cell;
        return switch (cell) {
            case OK -> new SharingVerdict(NtStatus.STATUS_SUCCESS, row);
            case INUSE -> new SharingVerdict(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS, row);
            case DENIED -> new SharingVerdict(NtStatus.STATUS_ACCESS_DENIED, row);
            case CHECK -> check(request, holder, row);
        };
    }

    private static SharingVerdict check(BindRequest request, LocalBinding holder, String row) {
        AccessCheckResult result = AccessCheck.check(
                request.subject(), holder.securityDescriptor(), SHARE_ADDRESS, FILE_MAPPING, ProcessorMode.USER_MODE);
        NtStatus status = result.isGranted() ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_ACCESS_DENIED;
        return new SharingVerdict(status, row + "; " + result.reason());
    }

    private static String kind(boolean wildcard) {
        return wildcard ? "wildcard" : "specific";
    }
}
