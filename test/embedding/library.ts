/** What the code in docs/embedding.md imports as `raycluster-compiler`. */
export * from "../../src/index.ts";
export type { LocalPlanResult } from "../../src/local-plan.ts";
export { localPlan } from "../../src/local-plan.ts";
export { settingsToEnvironment } from "../../src/model/environment/settings-to-environment.ts";
export type { Observed } from "../../src/plan/observed.ts";
export type { Readiness } from "../../src/plan/readiness/readiness-answer.ts";
export { readiness } from "../../src/plan/readiness.ts";
export type { DeletionOptions, Teardown } from "../../src/plan/teardown.ts";
export { teardown } from "../../src/plan/teardown.ts";
export { settingsFromEnvironment } from "../../src/settings-from-environment.ts";
export { settingsFromHelmValues } from "../../src/settings-from-helm-values.ts";
export type { SettingsResult } from "../../src/settings-result.ts";
