import type { NodeVariable } from "../model/cluster.ts";
import type { Loose } from "../model/loose.ts";
import type { EnvironmentSource } from "../model/request/pod-inputs.ts";
import type { BuildContext } from "./build-context.ts";
import { logOrigin, logToStderr } from "./log-to-stderr.ts";
import type { EnvironmentVariable, VariableSource } from "./ray-cluster.ts";
import type { Trace } from "./trace.ts";
import { fromRequest } from "./trace.ts";

/** Our own variables, then the user's sorted by name; a variable of the user's takes the place of ours. */
export function environment(
  { settings, trace }: BuildContext,
  variables: readonly NodeVariable[],
  further: readonly EnvironmentVariable[],
): readonly EnvironmentVariable[] {
  const ours = settings.ray.conventions.log_to_stderr ? [logToStderr()] : [];
  if (trace !== undefined) {
    for (const variable of ours) trace.mark(variable, { name: logOrigin(), value: logOrigin() });
  }
  const own = further.length === 0 ? ours : [...ours, ...further];
  if (variables.length === 0) return own;
  const names = new Set(variables.map(({ name }) => name));
  return [...own.filter(({ name }) => !names.has(name)), ...userEnvironment(variables, trace)];
}

/** The user's variables alone: workers have no others. */
export function userEnvironment(
  variables: readonly NodeVariable[],
  trace: Trace | undefined,
): readonly EnvironmentVariable[] {
  return variables.length === 0 ? NONE : variables.map((variable) => userVariable(variable, trace));
}

const NONE: readonly EnvironmentVariable[] = Object.freeze([]);

function userVariable({ name, value, path }: NodeVariable, trace: Trace | undefined) {
  const variable: EnvironmentVariable =
    typeof value === "string" ? { name, value } : { name, valueFrom: variableSource(value) };
  trace?.mark(variable, {
    name: fromRequest(path),
    value: fromRequest(path),
    valueFrom: fromRequest(path),
  });
  return variable;
}

/** Where Kubernetes reads a value from. */
export function variableSource(source: Loose<EnvironmentSource>): VariableSource {
  const { secret, config_map: configMap, field, key } = source;
  if (field != null) return { fieldRef: { fieldPath: field } };
  const reference = { name: secret ?? configMap ?? "", key: key ?? "" };
  const optional = source.optional === true ? { ...reference, optional: true } : reference;
  return secret == null ? { configMapKeyRef: optional } : { secretKeyRef: optional };
}
