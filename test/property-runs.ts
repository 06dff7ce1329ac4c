import fc from "fast-check";

/**
 * With how many inputs a run tries each property: the same number for all, other inputs in every run. The variable
 * PROPERTY_RUNS raises it, as the nightly script does.
 */
fc.configureGlobal({ numRuns: Number(process.env.PROPERTY_RUNS ?? 100) });
