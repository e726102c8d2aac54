package io.sollecito.cases;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.app.MonthNode;
import io.sollecito.app.SharedClock;
import io.sollecito.cases.MonthFaults.Fault;
import io.sollecito.cases.WatchedSmtpServer.Stage;
import io.sollecito.demo.servers.PrintHouse;
import io.sollecito.demo.servers.SftpWorld;
import io.sollecito.ledger.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Everything that runs in a simulated month: the servers, the ledger's PostgreSQL and the two nodes. */
final class MonthWorld implements AutoCloseable {

    final SharedClock clock;
    final Database ledger;
    final MonthInbox inbox;
    final MonthPost post;
    final MonthNodes nodes;

    private final KilledPostgres postgres;
    private final HikariDataSource source;
    private final SftpWorld sftp;
    private final WatchedSmtpServer mails;

    MonthWorld(Path folder, Instant now) throws IOException {
        clock = SharedClock.of(folder.resolve("clock"));
        clock.set(now);
        postgres = new KilledPostgres(folder.resolve("pg"));
        source = LedgerOfNodes.open(postgres.url(), "postgres");
        ledger = Database.open(source);
        sftp = SftpWorld.start(folder.resolve("sftp"));
        mails = new WatchedSmtpServer();
        inbox = new MonthInbox(sftp);
        Path batches = sftp.folder(SftpWorld.PRINT_IN);
        PrintHouse house = new PrintHouse(batches, sftp.folder(SftpWorld.PRINT_OUT), folder.resolve("house"), clock);
        post = new MonthPost(mails, house, batches);
        nodes = new MonthNodes(
                folder,
                postgres.url(),
                folder.resolve("clock").toString(),
                Integer.toString(mails.port()),
                Integer.toString(sftp.port()),
                sftp.knownHosts().toString());
    }

    /** Does what the fault says to processes; clocks are the caller's. */
    void strike(Fault fault, Random random) throws IOException, InterruptedException {
        int node = random.nextInt(2);
        switch (fault) {
            case KILL -> nodes.kill(node);
            case KILL_ALL -> killAllAt(Stage.values()[1 + random.nextInt(3)]);
            case PAUSE -> nodes.pause(node, MonthNode.LEASE.toMillis() + 500 + random.nextInt(2000));
            case DATABASE -> {
                postgres.kill();
                Thread.sleep(random.nextInt(500));
                postgres.restart();
            }
            default -> throw new IllegalArgumentException(fault + " strikes no process");
        }
    }

    /** While the mail server holds its answer at that stage, if a mail gets there soon. */
    private void killAllAt(Stage wanted) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch killed = new CountDownLatch(1);
        mails.watch(stage -> {
            if (stage == wanted) {
                reached.countDown();
                await(killed);
            }
        });
        reached.await(1, TimeUnit.SECONDS);
        nodes.killAll();
        mails.watch(stage -> {});
        killed.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() throws IOException {
        nodes.close();
        inbox.close();
        source.close();
        mails.close();
        sftp.close();
        postgres.close();
    }
}
