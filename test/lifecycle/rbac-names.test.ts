import { expect, test } from "vitest";
import type { RbacOptions } from "../../src/lifecycle/rbac.ts";
import { rbacManifests } from "../../src/lifecycle/rbac.ts";

test.each<readonly [options: RbacOptions, problem: RegExp | undefined]>([
  [{ namespace: "ML" }, /^rbacManifests: namespace is not a valid name\. It may not contain "M"/],
  [{ namespace: "a.b" }, /^rbacManifests: namespace is not a valid name\./],
  [
    { operatorNamespace: "" },
    /^rbacManifests: operatorNamespace is not a valid name\. It is empty/,
  ],
  [{ serviceAccountNamespace: "a_b" }, /^rbacManifests: serviceAccountNamespace is not/],
  [{ serviceAccount: "Server" }, /^rbacManifests: serviceAccount is not a valid name\./],
  [{ name: "a b" }, /^rbacManifests: name is not a valid name\./],
  [{ namespace: "ml", serviceAccount: "my.server", name: "my.rights" }, undefined],
])("rights for %j", (options, problem) => {
  if (problem === undefined) expect(rbacManifests(options)).toHaveLength(2);
  else expect(() => rbacManifests(options)).toThrow(problem);
});
