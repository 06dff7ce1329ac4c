import { dns1123LabelProblem } from "../api/identifiers/dns-label.ts";
import { dns1123SubdomainProblem } from "../api/identifiers/dns-subdomain.ts";
import { optionsOrThrow } from "../diagnostics/read-options.ts";

/** What a server needs to manage RayClusters; KubeRay's operator runs as this Deployment in every release. */
const OPERATOR_DEPLOYMENT = "kuberay-operator";

/** Whose rights they are, and where. */
export interface RbacOptions {
  /** Where the server creates RayClusters. Default: none, so that whoever applies the manifests chooses. */
  readonly namespace?: string | undefined;
  /** The server's own service account, not that of Ray's pods. Default `default`. */
  readonly serviceAccount?: string | undefined;
  /** The namespace of the server's account. Default `namespace`. */
  readonly serviceAccountNamespace?: string | undefined;
  /** Where the KubeRay operator runs. Default `namespace`; elsewhere its Deployment needs a Role of its own. */
  readonly operatorNamespace?: string | undefined;
  /** The name of the Roles and RoleBindings. Default `raycluster-manager`. */
  readonly name?: string | undefined;
  /** Whether the server also creates RayJobs and RayCronJobs. Default false. */
  readonly jobs?: boolean | undefined;
  /** Whether the server also creates RayServices. Default false. */
  readonly services?: boolean | undefined;
}

/** A Role of Kubernetes. */
export interface Role {
  readonly apiVersion: "rbac.authorization.k8s.io/v1";
  readonly kind: "Role";
  readonly metadata: RbacMetadata;
  readonly rules: readonly PolicyRule[];
}

/** A RoleBinding of Kubernetes, which gives a Role to the server's account. */
export interface RoleBinding {
  readonly apiVersion: "rbac.authorization.k8s.io/v1";
  readonly kind: "RoleBinding";
  readonly metadata: RbacMetadata;
  readonly subjects: readonly {
    readonly kind: "ServiceAccount";
    readonly name: string;
    readonly namespace?: string;
  }[];
  readonly roleRef: {
    readonly apiGroup: "rbac.authorization.k8s.io";
    readonly kind: "Role";
    readonly name: string;
  };
}

/** Metadata of a Role or a RoleBinding. */
export interface RbacMetadata {
  readonly name: string;
  readonly namespace?: string;
}

/** A rule of a Role: what may be done with which resources. */
export interface PolicyRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly string[];
}

/**
 * The Role and RoleBinding that `rbac.manage_ray` stands for: a server may create, read and delete RayClusters, read
 * their pods and events, and read the operator's Deployment. Where the operator runs in another namespace, a second
 * pair there lets the server read its Deployment. Throws a TypeError that names the option which is wrong.
 */
export function rbacManifests(given?: RbacOptions | null): readonly (Role | RoleBinding)[] {
  const options = optionsOrThrow<RbacOptions>("rbacManifests", given, {
    namespace: "text",
    serviceAccount: "text",
    serviceAccountNamespace: "text",
    operatorNamespace: "text",
    name: "text",
    jobs: "switch",
    services: "switch",
  });
  for (const [name, problemOf] of NAMES) {
    const value = options[name];
    const problem = value === undefined ? undefined : problemOf(value);
    if (problem !== undefined) {
      throw new TypeError(`rbacManifests: ${name} is not a valid name. ${problem}`);
    }
  }
  const { namespace, operatorNamespace = namespace } = options;
  const apart = operatorNamespace !== namespace;
  const own = objectRules(options);
  const rules = apart ? own : [...own, operatorRule()];
  return [
    ...pair(options, namespace, rules),
    ...(apart ? pair(options, operatorNamespace, [operatorRule()]) : []),
  ];
}

const NAMES = Object.freeze([
  ["namespace", dns1123LabelProblem],
  ["serviceAccountNamespace", dns1123LabelProblem],
  ["operatorNamespace", dns1123LabelProblem],
  ["serviceAccount", dns1123SubdomainProblem],
  ["name", dns1123SubdomainProblem],
] as const);

function objectRules({ jobs = false, services = false }: RbacOptions): readonly PolicyRule[] {
  const resources = [
    "rayclusters",
    ...(jobs ? ["rayjobs", "raycronjobs"] : []),
    ...(services ? ["rayservices"] : []),
  ];
  return [
    {
      apiGroups: ["ray.io"],
      resources,
      verbs: ["get", "list", "watch", "create", "delete"],
    },
    { apiGroups: [""], resources: ["pods", "events"], verbs: ["get", "list", "watch"] },
  ];
}

function operatorRule(): PolicyRule {
  return {
    apiGroups: ["apps"],
    resources: ["deployments"],
    resourceNames: [OPERATOR_DEPLOYMENT],
    verbs: ["get"],
  };
}

function pair(
  options: RbacOptions,
  namespace: string | undefined,
  rules: readonly PolicyRule[],
): readonly [Role, RoleBinding] {
  const { name = "raycluster-manager", serviceAccount = "default" } = options;
  const accountNamespace = options.serviceAccountNamespace ?? options.namespace;
  const metadata = namespace === undefined ? { name } : { name, namespace };
  const subject = { kind: "ServiceAccount" as const, name: serviceAccount };
  return [
    { apiVersion: "rbac.authorization.k8s.io/v1", kind: "Role", metadata, rules },
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "RoleBinding",
      metadata: { ...metadata },
      subjects: [
        accountNamespace === undefined ? subject : { ...subject, namespace: accountNamespace },
      ],
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name },
    },
  ];
}
