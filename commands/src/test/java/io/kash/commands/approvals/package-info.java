@org.jspecify.annotations.NullMarked
package io.kash.commands.approvals;
