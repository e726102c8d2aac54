package io.sollecito.delivery.http;

import java.util.concurrent.TimeUnit;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes an HTTP client send what it is given once and nowhere else: no retry of its own, no redirect, and each request on a
 * connection of its own, because one that the other side has closed meanwhile would make the outcome uncertain.
 */
public final class SendOnceAdapter implements HttpClientConfigurer {

    private static final int AT_A_TIME = 20;

    private Timeout connect = Timeout.ofSeconds(10);
    private Timeout answer = Timeout.ofSeconds(60);

    /** @param millis for the connection to be made */
    public void setConnectTimeout(long millis) {
        connect = Timeout.of(millis, TimeUnit.MILLISECONDS);
    }

    /** @param millis without a byte of the answer */
    public void setAnswerTimeout(long millis) {
        answer = Timeout.of(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        ConnectionConfig connection = ConnectionConfig.custom()
                .setConnectTimeout(connect)
                .setSocketTimeout(answer)
                .build();
        builder.setConnectionManagerShared(false)
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDefaultConnectionConfig(connection)
                        .setMaxConnPerRoute(AT_A_TIME)
                        .setMaxConnTotal(AT_A_TIME)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connect)
                        .setResponseTimeout(answer)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching();
    }
}
