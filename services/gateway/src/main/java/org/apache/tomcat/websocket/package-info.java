/** What Tomcat can do and does not offer; in its package, to be seen by the compiler. */
@NullMarked
package org.apache.tomcat.websocket;

import org.jspecify.annotations.NullMarked;
