/** What Terraform knows of networks, machines and groups, and how an environment differs from it. */
@NullMarked
package io.kash.surgery.terraform;

import org.jspecify.annotations.NullMarked;
