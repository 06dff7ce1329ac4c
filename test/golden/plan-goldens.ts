import { rbacManifests } from "../../src/lifecycle/rbac.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { renderPlan } from "../../src/plan/render-plan.ts";
import { printYamlDocuments } from "../../src/yaml/print.ts";
import type { Case } from "./cases.ts";
import { cases } from "./cases.ts";
import { compiledCase } from "./compiled-case.ts";
import type { Golden } from "./goldens.ts";

/** Cases whose plan is also kept as JSON. */
const AS_JSON = ["cpu-head-gpu-groups", "documented-deployment", "long-name--kuberay-1.3.2"];

/** The plans of the valid fixtures but for the releases' own, which differ in names alone, and the server's rights. */
export async function planGoldens(): Promise<readonly Golden[]> {
  const all = await cases("valid");
  const plans = all
    .filter(({ name }) => !name.startsWith("kuberay-"))
    .map((entry) => ({ name: entry.name, plan: () => planOf(entry) }));
  return [
    ...plans.map(({ name, plan }) => ({
      file: `plan/${name}.txt`,
      print: () => renderPlan(plan()),
    })),
    ...plans
      .filter(({ name }) => AS_JSON.includes(name))
      .map(({ name, plan }) => ({
        file: `plan/${name}.json`,
        print: () => `${JSON.stringify(plan(), null, 2)}\n`,
      })),
    { file: "rbac/default.yaml", print: () => printYamlDocuments(rbacManifests()) },
    {
      file: "rbac/operator-apart.yaml",
      print: () =>
        printYamlDocuments(
          rbacManifests({
            namespace: "ml",
            serviceAccount: "server",
            serviceAccountNamespace: "platform",
            operatorNamespace: "kuberay-system",
          }),
        ),
    },
  ];
}

function planOf(entry: Case): Plan {
  const result = compiledCase(entry);
  if (!result.ok) throw new Error(`fixtures/valid/${entry.name} does not compile.`);
  return result.plan;
}
