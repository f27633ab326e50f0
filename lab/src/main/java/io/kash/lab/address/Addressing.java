package io.kash.lab.address;

/** Whether the lab's servers have loopback addresses of their own. */
public enum Addressing {
    /** Own addresses where the system has them, else one. */
    DETECTED,
    /** Every server on an address of its own, on its standard port. */
    OWN_ADDRESSES,
    /** Every server on 127.0.0.1, told apart by the port: what a system without more loopback addresses gets. */
    ONE_ADDRESS
}
