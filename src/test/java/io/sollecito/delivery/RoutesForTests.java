package io.sollecito.delivery;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Camel with route files as shipped, without Spring. */
public final class RoutesForTests {

    private RoutesForTests() {}

    /** @param files under routes/, such as mail-acme.camel.yaml, or classpath:... or file:...; properties as name, value, name, value... */
    public static CamelContext started(String[] files, String... properties) throws Exception {
        return started(Map.of(), files, properties);
    }

    /** @param beans that the routes call, by name */
    public static CamelContext started(Map<String, Object> beans, String[] files, String... properties)
            throws Exception {
        CamelContext context = new DefaultCamelContext();
        beans.forEach(context.getRegistry()::bind);
        start(context, files, properties);
        return context;
    }

    /** The same in a context that has its beans. */
    public static void start(CamelContext context, String[] files, String... properties) throws Exception {
        Properties values = new Properties();
        for (int i = 0; i < properties.length; i += 2) {
            values.setProperty(properties[i], properties[i + 1]);
        }
        context.getPropertiesComponent().setInitialProperties(values);
        context.getShutdownStrategy().setTimeout(5);
        for (String file : files) {
            String location = file.matches("(classpath|file):.*")
                    ? file
                    : "file:" + Path.of("routes").resolve(file).toAbsolutePath();
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.resolveResource(context, location));
        }
        context.start();
    }
}
