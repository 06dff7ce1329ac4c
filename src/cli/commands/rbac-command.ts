import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import { printData } from "../formats/print-data.ts";
import type { CommandLineIo } from "../io/io.ts";
import { defineCommand } from "./command.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";
import { UsageError } from "./usage-error.ts";

const flags = Object.freeze({
  namespace: {
    kind: "value",
    short: "n",
    placeholder: "NAME",
    summary: "Where the server creates RayClusters.",
  },
  "service-account": {
    kind: "value",
    placeholder: "NAME",
    summary: "The server's own account; default.",
  },
  "service-account-namespace": {
    kind: "value",
    placeholder: "NAME",
    summary: "Where that account is; --namespace.",
  },
  "operator-namespace": {
    kind: "value",
    placeholder: "NAME",
    summary: "Where KubeRay runs; --namespace.",
  },
  name: {
    kind: "value",
    placeholder: "NAME",
    summary: "The Role's name; raycluster-manager.",
  },
  jobs: { kind: "switch", summary: "Also the rights for jobs and schedules." },
  services: { kind: "switch", summary: "Also the rights for RayServices." },
  json: { kind: "switch", summary: "Write a JSON list instead of YAML." },
  help: helpFlag,
} satisfies FlagTable);

/** `raycluster rbac`: the rights that a server needs to manage RayClusters. */
export const rbacCommand = defineCommand({
  name: "rbac",
  summary: "Print the Role and RoleBinding that a server needs.",
  operands: "",
  details: [
    "The rights that rbac.manage_ray means: create, read and delete RayClusters, read",
    "pods and events, and read the operator's Deployment. The default of each flag is",
    "at the end of its line.",
  ],
  flags,
  run: printRights,
});

async function printRights(given: ArgumentsOf<typeof flags>, io: CommandLineIo): Promise<ExitCode> {
  if (given.operands.length > 0) throw new UsageError("rbac takes no operands.");
  const { dns1123LabelProblem } = await import("../../api/identifiers/dns-label.ts");
  const { dns1123SubdomainProblem } = await import("../../api/identifiers/dns-subdomain.ts");
  const { rbacManifests } = await import("../../lifecycle/rbac.ts");
  const { printYamlDocuments } = await import("../../yaml/print.ts");
  for (const flag of ["namespace", "service-account-namespace", "operator-namespace"] as const) {
    refuse(flag, given.value(flag), dns1123LabelProblem);
  }
  for (const flag of ["service-account", "name"] as const) {
    refuse(flag, given.value(flag), dns1123SubdomainProblem);
  }
  const manifests = rbacManifests({
    namespace: given.value("namespace"),
    serviceAccount: given.value("service-account"),
    serviceAccountNamespace: given.value("service-account-namespace"),
    operatorNamespace: given.value("operator-namespace"),
    name: given.value("name"),
    jobs: given.isSet("jobs"),
    services: given.isSet("services"),
  });
  const json = given.isSet("json");
  await printData(
    json ? `${JSON.stringify(manifests, null, 2)}\n` : printYamlDocuments(manifests),
    io,
  );
  return exitCodes.fine;
}

function refuse(
  flag: string,
  value: string | undefined,
  problem: (text: string) => string | undefined,
): void {
  const reason = value === undefined ? undefined : problem(value);
  if (reason !== undefined) throw new UsageError(`--${flag} is not a valid name. ${reason}`);
}
