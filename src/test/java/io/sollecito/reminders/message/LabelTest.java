package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {

    @Test
    void a_label_has_a_key_in_its_file_and_a_name_in_layouts() {
        assertThat(Label.TOTAL_WITH_UPCOMING.key()).isEqualTo("totalWithUpcoming");
        assertThat(Label.TOTAL_WITH_UPCOMING.tag()).isEqualTo("LabelTotalWithUpcoming");
        assertThat(Label.isTag("LabelTotalWithUpcoming")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LabelTotalAmount", "Label", "TotalWithUpcoming", "labelTotal", ""})
    void no_other_name_is_a_labels(String name) {
        assertThat(Label.isTag(name)).isFalse();
    }
}
