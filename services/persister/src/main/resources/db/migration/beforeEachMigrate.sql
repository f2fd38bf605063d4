-- In the transaction of each migration. Whoever waits for a lock makes all others wait behind him: one that finds a long query gives up
-- and is tried again, and others store and read meanwhile.
set local lock_timeout = '5s';
