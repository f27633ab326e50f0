# Moves every topic from the fleet 'old' to the fleet 'new', and checks before and after that all is well.
#   kash -e <environment> run scripts/move-to-new.ksh --dry-run
#   kash -e <environment> run scripts/move-to-new.ksh --confirm=<environment>

# New brokers are up in three zones, nothing is broken, and nobody else is moving anything.
expect "length(brokers[?fleet=='new' && state=='up']) >= `3`" broker list
expect "length(brokers[?outOfSync > `0`]) == `0`" broker list
expect "length(reassignments) == `0`" reassignments list

topics move --to-new

# Nothing is left on the old brokers, every replica is in sync, and no throttle is left behind.
wait --timeout 60s "sum(brokers[?fleet=='old'].replicas) == `0`" broker list
wait --timeout 60s "length(brokers[?outOfSync > `0`]) == `0`" broker list
expect "length(throttles) == `0`" throttles list
broker list
