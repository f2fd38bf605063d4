package org.apache.tomcat.websocket;

import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Sends text that is UTF-8 already. The public interface takes strings only, and encodes each anew
 * for each session, 8 KiB and one write at a time.
 */
public final class EncodedText {
    private EncodedText() {}

    /**
     * Waits until it is written, for the session's blocking send time-out at most.
     *
     * @param utf8 one whole message; its position moves
     */
    public static void send(Session session, ByteBuffer utf8) throws IOException {
        WsRemoteEndpointBasic remote = (WsRemoteEndpointBasic) session.getBasicRemote();
        remote.base.sendMessageBlock(Constants.OPCODE_TEXT, utf8, true);
    }
}
