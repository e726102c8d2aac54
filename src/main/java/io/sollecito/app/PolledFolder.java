package io.sollecito.app;

import io.sollecito.intake.FileOutcome;
import io.sollecito.intake.FileSet;
import io.sollecito.intake.Trigger;
import io.sollecito.model.OneLine;
import io.sollecito.model.RootCause;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.strategy.GenericFileProcessStrategySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that is polled, on a server or a disk: which of its files may be taken now, and where they go then. A file that
 * was taken goes to the archive; one that was refused as a whole goes to the errors, with a text beside it that says why;
 * one that could not be taken stays, and so does one that was replaced while it was taken. A crash in between only makes it come again.
 */
public final class PolledFolder extends GenericFileProcessStrategySupport<Object> implements GenericFileFilter<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(PolledFolder.class);
    private static final String COPY = "sollecitoWorkingCopy";
    private static final String STATE = "sollecitoStateWhenTaken";

    private final RemoteNames names = new RemoteNames();
    private String archive = ".done";
    private String errors = ".error";
    private Trigger trigger = Trigger.NONE;
    private FileSet together = FileSet.NONE;
    private Path work;
    private volatile boolean leftBehind;

    /** Whether the poll under way left a file that has yet to be whole, complete or taken. */
    boolean leftBehind() {
        return leftBehind;
    }

    void beginPoll() {
        leftBehind = false;
    }

    /** Why a disk's folder cannot be listed, which Camel would take for an empty one. */
    static Optional<String> obstacle(Endpoint endpoint) {
        if (!(endpoint instanceof FileEndpoint disk)) {
            return Optional.empty();
        }
        Path folder = disk.getFile().toPath();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            files.iterator().hasNext();
            return Optional.empty();
        } catch (NoSuchFileException | NotDirectoryException missing) {
            return Optional.of("there is no folder " + folder);
        } catch (IOException | DirectoryIteratorException unreadable) {
            return Optional.of("the folder " + folder + " cannot be read: " + unreadable);
        }
    }

    @Override
    public boolean accept(GenericFile<Object> file) {
        return names.accept(file) && !trigger.is(file.getFileNameOnly()) && !isLink(file);
    }

    @Override
    public void prepareOnStartup(GenericFileOperations<Object> operations, GenericFileEndpoint<Object> endpoint)
            throws Exception {
        setCamelContext(endpoint.getCamelContext());
        setExclusiveReadLockStrategy(StableFiles.of(endpoint));
        super.prepareOnStartup(operations, endpoint);
    }

    @Override
    public boolean begin(
            GenericFileOperations<Object> operations,
            GenericFileEndpoint<Object> endpoint,
            Exchange exchange,
            GenericFile<Object> file)
            throws Exception {
        boolean begun = false;
        try {
            FilesBeside files = new FilesBeside(operations, file);
            if (isComplete(files, file.getFileNameOnly()) && super.begin(operations, endpoint, exchange, file)) {
                exchange.setProperty(STATE, files.state(file.getFileNameOnly()));
                begun = isCopied(exchange, file);
            }
            return begun;
        } finally {
            leftBehind |= !begun;
        }
    }

    @Override
    public void abort(
            GenericFileOperations<Object> operations,
            GenericFileEndpoint<Object> endpoint,
            Exchange exchange,
            GenericFile<Object> file)
            throws Exception {
        try {
            super.abort(operations, endpoint, exchange, file);
        } finally {
            deleteCopy(exchange, file);
        }
    }

    @Override
    public void rollback(
            GenericFileOperations<Object> operations,
            GenericFileEndpoint<Object> endpoint,
            Exchange exchange,
            GenericFile<Object> file)
            throws Exception {
        leftBehind = true;
        try {
            super.rollback(operations, endpoint, exchange, file);
        } finally {
            deleteCopy(exchange, file);
        }
    }

    @Override
    public void commit(
            GenericFileOperations<Object> operations,
            GenericFileEndpoint<Object> endpoint,
            Exchange exchange,
            GenericFile<Object> file)
            throws Exception {
        try {
            FilesBeside files = new FilesBeside(operations, file);
            if (isReplaced(files.state(file.getFileNameOnly()), exchange.getProperty(STATE))) {
                leftBehind = true;
                LOG.info("{} was replaced while it was taken: it stays for the next poll", file.getFileNameOnly());
            } else {
                setAside(files, endpoint, exchange, file.getFileNameOnly());
            }
        } finally {
            super.commit(operations, endpoint, exchange, file);
            deleteCopy(exchange, file);
        }
    }

    /** Whether both are told and differ: then what lies there now was not read. */
    private static boolean isReplaced(List<Long> now, Object before) {
        return !now.isEmpty() && before instanceof List<?> told && !told.isEmpty() && !now.equals(told);
    }

    private void setAside(FilesBeside files, GenericFileEndpoint<Object> endpoint, Exchange exchange, String name) {
        FileOutcome outcome = exchange.getMessage().getBody() instanceof FileOutcome told ? told : FileOutcome.TAKEN;
        String folder = outcome.refused() ? errors : archive;
        try {
            move(files, name, folder);
        } catch (GenericFileOperationFailedException denied) {
            leftBehind = true;
            throw new IllegalStateException(name + " was taken, but could not be moved to " + folder + ": "
                    + RootCause.of(denied).getMessage());
        }
        if (outcome.refused()) {
            files.store(folder + "/" + name + ".problems.txt", text(name, outcome), endpoint.getCamelContext());
        }
        if (trigger.isForAll() && isLast(endpoint, exchange) && !leftBehind) {
            trigger.of(name).ifPresent(all -> files.moveIfThere(all, archive + "/" + all));
        }
    }

    private void move(FilesBeside files, String name, String folder) {
        Optional<String> own = trigger.isForAll() ? Optional.empty() : trigger.of(name);
        // The trigger goes first: one that is left over would vouch for the next file of that name.
        own.ifPresent(beside -> files.moveIfThere(beside, folder + "/" + beside));
        try {
            files.move(name, folder + "/" + name);
        } catch (GenericFileOperationFailedException denied) {
            own.ifPresent(beside -> files.moveIfThere(folder + "/" + beside, beside));
            throw denied;
        }
    }

    /** Whether no file follows, neither in this poll nor in the next because this one was full. */
    private static boolean isLast(GenericFileEndpoint<Object> endpoint, Exchange exchange) {
        int files = exchange.getProperty(ExchangePropertyKey.BATCH_SIZE, 0, Integer.class);
        return exchange.getProperty(ExchangePropertyKey.BATCH_COMPLETE, false, Boolean.class)
                && files != endpoint.getMaxMessagesPerPoll();
    }

    private static String text(String name, FileOutcome outcome) {
        StringBuilder text = new StringBuilder(name).append(" was not taken:\n");
        outcome.reasons()
                .forEach(reason -> text.append("- ").append(OneLine.of(reason)).append('\n'));
        return text.append("Once it is right, put it back where it came from.\n")
                .toString();
    }

    /** Whether the sender says that it is whole, and what it is only complete with is there or was taken before. */
    private boolean isComplete(FilesBeside files, String name) {
        return trigger.of(name).map(files::exists).orElse(true)
                && together.othersOf(name).stream()
                        .allMatch(other -> files.exists(other) || files.exists(archive + "/" + other));
    }

    /** What lies on a mounted disk is read from a copy: nobody changes that meanwhile. */
    private boolean isCopied(Exchange exchange, GenericFile<Object> file) throws IOException {
        if (!(file.getFile() instanceof File)) {
            return true;
        }
        Optional<Path> copy = WorkingCopy.of(Path.of(file.getAbsoluteFilePath()), work);
        copy.ifPresent(path -> {
            exchange.setProperty(COPY, path);
            exchange.getIn().setBody(path.toFile());
        });
        return copy.isPresent();
    }

    private static void deleteCopy(Exchange exchange, GenericFile<Object> file) throws IOException {
        Path copy = exchange.getProperty(COPY, Path.class);
        if (copy != null) {
            Files.deleteIfExists(copy);
        } else if (!(file.getFile() instanceof File) && file.getBody() instanceof File downloaded) {
            Files.deleteIfExists(downloaded.toPath());
        }
    }

    private static boolean isLink(GenericFile<Object> file) {
        return file.getFile() instanceof File local && !Files.isRegularFile(local.toPath(), LinkOption.NOFOLLOW_LINKS);
    }

    /** @param folder where taken files go, below the polled one */
    public void setArchive(String folder) {
        archive = folder;
    }

    /** @param folder where refused files go, below the polled one */
    public void setErrors(String folder) {
        errors = folder;
    }

    public void setTrigger(String expression) {
        trigger = Trigger.parse(expression);
    }

    public void setTogether(String names) {
        together = FileSet.parse(names);
    }

    /** @param folder for the copies of what lies on a disk */
    public void setWork(String folder) {
        work = Path.of(folder);
    }
}
