package io.sollecito.intake.pull;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** From page to page, until all are read; what does not add up on the way is no export. */
final class Progress {

    private final Api api;
    private final Map<String, String> values;
    private long at;
    private long pages;
    private long records;
    private Long total;
    private Long allPages;

    /** @param values of the address' variables */
    Progress(Api api, Map<String, String> values) {
        this.api = api;
        this.values = new HashMap<>(values);
        this.at = api.start();
    }

    URI first() {
        return counted();
    }

    /** The page after that, or null. */
    URI after(URI current, Pull.Page page) throws ApiFailure {
        PageFacts facts = page.facts();
        pages++;
        if (facts.isNoPage() && isAnnounced()) {
            throw ApiFailure.passing("page " + pages + " answered nothing, though a page before announced it");
        }
        records += facts.records();
        total = same(total, facts.total(), "records");
        allPages = same(allPages, facts.pages(), "pages");
        return switch (api.paging()) {
            case NONE -> null;
            case BODY -> linked(current, Optional.ofNullable(facts.next()).filter(text -> !text.isBlank()));
            case HEADER -> linked(current, NextLink.in(page.links()));
            case PAGE -> isLastPage(facts) ? null : counted(at + 1);
            case OFFSET -> isLastOffset(facts) ? null : counted(at + facts.records());
        };
    }

    /** Nothing is left to read. */
    void finish() throws ApiFailure {
        if (total != null && total != records) {
            throw ApiFailure.passing("of " + total + " records, the pages listed " + records);
        }
    }

    /** Whether a page before said that this one is there, by a link or by their number. */
    private boolean isAnnounced() {
        return pages > 1 && (allPages != null || api.paging() == Paging.BODY || api.paging() == Paging.HEADER);
    }

    private boolean isLastPage(PageFacts facts) {
        return allPages == null ? isLastOffset(facts) : pages >= allPages;
    }

    private boolean isLastOffset(PageFacts facts) {
        return facts.records() == 0 || total != null && records >= total;
    }

    /** Records that come or go between two pages push others from one page to the next, or past it. */
    private Long same(Long before, Long now, String what) throws ApiFailure {
        if (before != null && now != null && !before.equals(now)) {
            throw ApiFailure.passing(
                    "page " + pages + " says there are " + now + " " + what + ", a page before said " + before);
        }
        return before == null ? now : before;
    }

    private URI linked(URI current, Optional<String> link) throws ApiFailure {
        if (link.isEmpty()) {
            return null;
        }
        URI next;
        try {
            next = current.resolve(ApiUrl.parsed(link.get()));
        } catch (IllegalArgumentException wrong) {
            throw ApiFailure.lasting("page " + pages + " has an unusable link to the next: " + wrong.getMessage());
        }
        if (!ApiUrl.isSameServer(current, next)) {
            throw ApiFailure.lasting("page " + pages + " leads to another server, which is not followed");
        }
        return next;
    }

    private URI counted(long next) {
        at = next;
        return counted();
    }

    private URI counted() {
        if (api.paging().variable() != null) {
            values.put(api.paging().variable(), Long.toString(at));
        }
        return api.url().of(values);
    }
}
