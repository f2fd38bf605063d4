package io.perfwatch.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class InboxTest {
    private final Inbox inbox = new Inbox(5);

    @Test
    void parts_becomeOneMessage() throws Exception {
        assertThat(inbox.add("ab", false)).isNull();
        assertThat(inbox.add("", false)).isNull();
        assertThat(inbox.add("cde", true)).isEqualTo("abcde");
        assertThat(inbox.add("next", true)).isEqualTo("next");
    }

    @Test
    void tooLong_isRefusedAndForgotten() throws Exception {
        inbox.add("abcd", false);

        assertThatThrownBy(() -> inbox.add("ef", false)).isInstanceOf(Inbox.TooLongException.class);
        assertThat(inbox.add("gh", true)).isEqualTo("gh");
    }
}
