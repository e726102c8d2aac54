package io.sollecito.app;

import java.util.regex.Pattern;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes only remote files whose name is a plain name (law 12): a server lists what it likes, and a name with a separator
 * or a control character must never become part of a path of ours. Hidden files and uploads under way are left alone.
 */
public final class RemoteNames implements GenericFileFilter<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteNames.class);
    private static final Pattern PLAIN = Pattern.compile("[^./\\\\\\p{Cntrl}:][^/\\\\\\p{Cntrl}:]{0,199}");
    private static final Pattern UNDER_WAY = Pattern.compile("(?i).*\\.(tmp|filepart|part)");

    @Override
    public boolean accept(GenericFile<Object> file) {
        if (file.isDirectory()) {
            return false;
        }
        String name = file.getFileName();
        boolean plain = isPlain(name) && isPlain(file.getFileNameOnly());
        if (!plain && !file.getFileNameOnly().startsWith(".")) {
            LOG.warn("a remote file is left alone, its name is no plain name: {}", name.replaceAll("\\p{Cntrl}", "?"));
        }
        return plain && !UNDER_WAY.matcher(name).matches();
    }

    static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches() && !name.contains("..");
    }
}
