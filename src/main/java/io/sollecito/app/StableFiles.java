package io.sollecito.app;

import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileExclusiveReadLockStrategy;
import org.apache.camel.component.file.remote.FtpEndpoint;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.strategy.FtpChangedExclusiveReadLockStrategy;
import org.apache.camel.component.file.remote.strategy.SftpChangedExclusiveReadLockStrategy;
import org.apache.camel.component.file.strategy.FileChangedExclusiveReadLockStrategy;

/** Which of Camel's ways to see that a file grows no more fits an endpoint, with the endpoint's own options. */
final class StableFiles {

    private StableFiles() {}

    @SuppressWarnings("unchecked")
    static GenericFileExclusiveReadLockStrategy<Object> of(GenericFileEndpoint<?> endpoint) {
        if (!"changed".equals(endpoint.getReadLock())) {
            throw new IllegalArgumentException("a polled folder needs readLock: changed");
        }
        GenericFileExclusiveReadLockStrategy<?> way = wayOf(endpoint);
        way.setTimeout(endpoint.getReadLockTimeout());
        way.setCheckInterval(endpoint.getReadLockCheckInterval());
        way.setReadLockLoggingLevel(endpoint.getReadLockLoggingLevel());
        way.setMarkerFiler(false);
        way.setDeleteOrphanLockFiles(false);
        return (GenericFileExclusiveReadLockStrategy<Object>) way;
    }

    private static GenericFileExclusiveReadLockStrategy<?> wayOf(GenericFileEndpoint<?> endpoint) {
        if (endpoint instanceof SftpEndpoint sftp) {
            SftpChangedExclusiveReadLockStrategy way = new SftpChangedExclusiveReadLockStrategy();
            way.setFastExistsCheck(sftp.isFastExistsCheck());
            way.setMinLength(sftp.getReadLockMinLength());
            return way;
        }
        if (endpoint instanceof FtpEndpoint<?> ftp) {
            FtpChangedExclusiveReadLockStrategy way = new FtpChangedExclusiveReadLockStrategy();
            way.setFastExistsCheck(ftp.isFastExistsCheck());
            way.setMinLength(ftp.getReadLockMinLength());
            return way;
        }
        FileChangedExclusiveReadLockStrategy way = new FileChangedExclusiveReadLockStrategy();
        way.setMinLength(endpoint.getReadLockMinLength());
        return way;
    }
}
