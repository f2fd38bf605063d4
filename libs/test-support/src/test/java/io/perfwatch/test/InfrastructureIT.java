package io.perfwatch.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Infrastructure.class)
class InfrastructureIT {

    @Test
    void theBrokerKeepsItsAddressAndItsTopics(Broker broker) throws Exception {
        broker.clear();
        try (Admin admin = broker.admin()) {
            admin.createTopics(List.of(new NewTopic("kept", 3, (short) 1))).all().get();
        }
        String address = broker.bootstrapServers();
        broker.stop();
        broker.start();
        assertThat(broker.bootstrapServers()).isEqualTo(address);
        broker.kill();
        broker.start();
        try (Admin admin = broker.admin()) {
            assertThat(admin.listTopics().names().get()).containsExactly("kept");
        }
        broker.clear();
        try (Admin admin = broker.admin()) {
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    @Test
    void theDatabaseKeepsItsAddressAndItsRows(Database database) throws Exception {
        database.clear();
        execute(database, "create table kept (id int)");
        database.stop();
        assertThatThrownBy(() -> database.connect(Database.PERSISTER))
                .isInstanceOf(SQLException.class);
        database.start();
        execute(database, "insert into kept values (1)");
        database.clear();
        assertThatThrownBy(() -> execute(database, "insert into kept values (1)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("does not exist");
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect(Database.PERSISTER)) {
            connection.createStatement().execute(sql);
        }
    }
}
