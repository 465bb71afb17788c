package dev.wsksim.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionTableTest {

    private static final long SEED = 11;

    private final TcpStack stack = new TwoHosts().client.tcp();
    private final ConnectionTable table = new ConnectionTable();

    private TcpConnection connection(Endpoint local, Endpoint remote) {
        return new TcpConnection(stack, 1, local, remote, new TcpUser() {}, TcpParameters.WINDOWS_11, true);
    }

    @Test
    void randomChanges_agreeWithAMap() {
        RandomStream random = new RandomStreams(SEED).stream("table");
        Map<List<Endpoint>, TcpConnection> model = new LinkedHashMap<>();
        for (int i = 0; i < 30_000; i++) {
            // Few different endpoints, so that runs in the table are long and the same keys come and go.
            Endpoint local = new Endpoint(IpAddress.ipv4(random.nextInt(3)), 1 + random.nextInt(20));
            Endpoint remote = new Endpoint(IpAddress.ipv6(random.nextInt(2), random.nextInt(2)), random.nextInt(20));
            List<Endpoint> key = List.of(local, remote);
            TcpConnection known = model.get(key);
            assertThat(table.find(local.address(), local.port(), remote.address(), remote.port()))
                    .isSameAs(known);
            if (known == null && random.nextInt(3) > 0) {
                TcpConnection added = connection(local, remote);
                table.add(added);
                model.put(key, added);
            } else if (known != null) {
                table.remove(known);
                model.remove(key);
            }
            assertThat(table.size()).isEqualTo(model.size());
        }
        assertThat(table.inOrder()).containsExactlyElementsOf(model.values());
        new ArrayList<>(model.values()).forEach(table::remove);
        assertThat(table.inOrder()).isEmpty();
    }

    @Test
    void hash_ofPortsInARow_isNextToTheOneBefore() {
        IpAddress client = TwoHosts.CLIENT.address();
        IpAddress server = TwoHosts.SERVER.address();
        int first = ConnectionTable.hash(client, 49_152, server, 445);
        for (int i = 0; i < 16; i++) {
            assertThat(ConnectionTable.hash(client, 49_152 + i, server, 445)).isEqualTo(first + i);
            assertThat(ConnectionTable.hash(server, 445, client, 49_152 + i) & 15)
                    .isEqualTo(i);
        }
        assertThat(ConnectionTable.hash(client, 49_152 + 16, server, 445)).isNotEqualTo(first + 16);
    }

    @Test
    void find_swappedEndpoints_isAnotherConnection() {
        TcpConnection one = connection(TwoHosts.CLIENT, TwoHosts.SERVER);
        TcpConnection other = connection(TwoHosts.SERVER, TwoHosts.CLIENT);
        table.add(one);
        table.add(other);
        assertThat(find(TwoHosts.CLIENT, TwoHosts.SERVER)).isSameAs(one);
        assertThat(find(TwoHosts.SERVER, TwoHosts.CLIENT)).isSameAs(other);
        table.remove(one);
        assertThat(find(TwoHosts.CLIENT, TwoHosts.SERVER)).isNull();
        assertThat(find(TwoHosts.SERVER, TwoHosts.CLIENT)).isSameAs(other);
    }

    @Test
    void find_mappedAddress_isNotTheIpv4One() {
        Endpoint four = Endpoint.of("192.0.2.1:1");
        Endpoint mapped = Endpoint.of("[::ffff:192.0.2.1]:1");
        table.add(connection(four, four));
        assertThat(find(mapped, mapped)).isNull();
    }

    private Object find(Endpoint local, Endpoint remote) {
        return table.find(local.address(), local.port(), remote.address(), remote.port());
    }
}
