import { isObject, ownField, ownList, ownObject, ownText } from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";

const ENABLED = "ray.io/ft-enabled";
const NAMESPACE = "ray.io/external-storage-namespace";
const ADDRESS = "RAY_REDIS_ADDRESS";
const PASSWORD = "REDIS_PASSWORD";

/**
 * A cluster whose annotations and variables of the head switch fault tolerance on, as a cluster with the field that KubeRay
 * has for it since 1.3: it makes the same annotations and variables of it. Undefined where nothing is to be moved, and
 * where the variables say something that the field cannot.
 */
export function faultToleranceForm(manifest: PlainObject): PlainObject | undefined {
  const [metadata, spec] = [ownObject(manifest, "metadata"), ownObject(manifest, "spec")];
  const annotations = ownObject(metadata, "annotations");
  if (ownField(annotations, ENABLED) !== "true") return undefined;
  if (ownField(spec, "gcsFaultToleranceOptions") !== undefined) return undefined;
  const head = ownObject(spec, "headGroupSpec");
  const template = ownObject(head, "template");
  const podSpec = ownObject(template, "spec");
  const [ray, ...sidecars] = ownList(podSpec, "containers");
  const variables = ownList(ray, "env");
  const address = textOfVariable(variables, ADDRESS);
  if (!isObject(ray) || address === undefined) return undefined;
  const password = variables.find((each) => ownText(each, "name") === PASSWORD);
  const params = ownObject(head, "rayStartParams");
  const given = ownText(params, "redis-password");
  const credential = credentialOf(password, given);
  if ((password !== undefined || given !== undefined) && credential === undefined) return undefined;
  const namespace = ownText(annotations, NAMESPACE);
  const env = variables.filter(
    (each) => ![ADDRESS, PASSWORD].includes(ownText(each, "name") ?? ""),
  );
  const containers = [{ ...ray, env }, ...sidecars];
  return {
    ...manifest,
    metadata: { ...metadata, annotations: without(annotations, [ENABLED, NAMESPACE]) },
    spec: {
      ...spec,
      gcsFaultToleranceOptions: {
        redisAddress: address,
        ...(credential === undefined ? {} : { redisPassword: credential }),
        ...(namespace === undefined ? {} : { externalStorageNamespace: namespace }),
      },
      headGroupSpec: {
        ...head,
        rayStartParams: without(params, ["redis-password"]),
        template: { ...template, spec: { ...podSpec, containers } },
      },
    },
  };
}

function textOfVariable(variables: readonly PlainData[], name: string): string | undefined {
  return ownText(
    variables.find((each) => ownText(each, "name") === name),
    "value",
  );
}

/** The password as Ray is started with it: the variable's, or a text of its own. */
function credentialOf(
  variable: PlainData | undefined,
  given: string | undefined,
): PlainObject | undefined {
  if (given !== undefined && given !== `$${PASSWORD}`) {
    return variable === undefined && !given.includes("$") ? { value: given } : undefined;
  }
  if (given === undefined || !isObject(variable)) return undefined;
  return without(variable, ["name"]);
}

function without(object: PlainObject, keys: readonly string[]): PlainObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
