package com.stripe;

/** Stands for the Stripe SDK, which this module does not use. */
public final class Client {}
