package io.kash.shell.editor;

/**
 * A word that may stand where the cursor is.
 *
 * @param word what is put there
 * @param shown what the list shows for it: for the last of several values, that one only
 * @param description beside it
 * @param group the heading it is listed under
 * @param whole whether a blank may follow at once
 */
record Offer(String word, String shown, String description, String group, boolean whole) {}
