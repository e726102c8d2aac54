package io.sollecito.intake.pull;

/** An API with what the template gives a route that says nothing else. */
final class ApiForTests {

    private ApiForTests() {}

    static ApiParameters at(String url) {
        ApiParameters api = new ApiParameters();
        api.setUrl(url);
        api.setFile("export.json");
        api.setPaging("none");
        api.setLogin("none");
        api.setHeader("Authorization");
        api.setScheme("Bearer");
        api.setSecretIn("header");
        api.setSinceFormat("uuuu-MM-dd'T'HH:mm:ssX");
        api.setOverlapHours(24);
        api.setMostPages(100);
        api.setMostMegabytes(10);
        api.setMostMinutes(10);
        api.setConnectTimeout(5000);
        api.setAnswerTimeout(5000);
        return api;
    }
}
