import { isObject, ownField, ownList, ownObject, ownText } from "../diagnostics/own-field.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import type { Environment, EnvironmentSource } from "../model/request/pod-inputs.ts";

/** The variables of a container that a request can express; if one appears twice, the last one. */
export function importEnvironment(container: PlainData): Environment {
  const environment: [string, string | EnvironmentSource][] = [];
  for (const variable of ownList(container, "env")) {
    const name = ownText(variable, "name");
    const value = importVariable(variable);
    if (name !== undefined && value !== undefined) environment.push([name, value]);
  }
  return Object.fromEntries(environment);
}

/** A value, or where it is read from; undefined for what a request cannot say. */
export function importVariable(variable: PlainData): string | EnvironmentSource | undefined {
  const from = ownField(variable, "valueFrom");
  if (from === undefined) {
    const value = ownField(variable, "value");
    if (value === undefined) return "";
    return typeof value === "string" ? value : undefined;
  }
  if (!isObject(from) || Object.keys(from).length !== 1) return undefined;
  const field = ownText(ownObject(from, "fieldRef"), "fieldPath");
  if (field !== undefined) return { field };
  const secret = ownObject(from, "secretKeyRef");
  const configMap = ownObject(from, "configMapKeyRef");
  const reference = ownField(from, "secretKeyRef") === undefined ? configMap : secret;
  const [name, key] = [ownText(reference, "name"), ownText(reference, "key")];
  if (name === undefined || key === undefined) return undefined;
  const source = reference === secret ? { secret: name, key } : { config_map: name, key };
  return ownField(reference, "optional") === true ? { ...source, optional: true } : source;
}
