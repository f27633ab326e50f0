package io.kash.surgery.addressing;

import java.util.List;

/** Writes lists of servers the way another tool takes them. Pure. */
public interface Rendering {
    /** The files of a list: one for each of its servers, or one for all. */
    List<Rendered> render(Lists lists, ServerList list);
}
