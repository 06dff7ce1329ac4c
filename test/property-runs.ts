import fc from "fast-check";

/** As many as mutants are judged with. */
const BY_DAY = 30;

/**
 * With how many inputs a run tries each property: the same number for all, other inputs in every run. The variable
 * PROPERTY_RUNS raises it, as the nightly script does.
 */
const runs = Number(process.env.PROPERTY_RUNS ?? BY_DAY);

fc.configureGlobal({ numRuns: runs });

/** Whether time does not matter: inputs may be as large as they can be. */
export const isThorough: boolean = runs > BY_DAY;
