import fc from "fast-check";

/**
 * With how many inputs a run tries each property: the same number for all, other inputs in every run. The variable
 * PROPERTY_RUNS raises it, as the nightly script does.
 */
const runs = Number(process.env.PROPERTY_RUNS ?? 50);

fc.configureGlobal({ numRuns: runs });

/** Whether time does not matter: inputs may be as large as they can be. */
export const isThorough: boolean = runs > 50;
