/** What a reading command answers, and how the answer is written for people, for programs and for queries. */
@NullMarked
package io.kash.commands.view;

import org.jspecify.annotations.NullMarked;
