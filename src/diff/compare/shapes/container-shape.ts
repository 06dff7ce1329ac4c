import { ownField, ownFieldAt } from "../../../diagnostics/own-field.ts";
import type { PlainData } from "../../../diagnostics/plain-data.ts";
import type { ListShape, ObjectShape } from "./shape.ts";
import {
  field,
  implied,
  listOf,
  named,
  nameText,
  object,
  quantity,
  resources,
  stored,
  texts,
  unwritten,
} from "./shape-makers.ts";

/** A reference to a key of a ConfigMap or a Secret. */
const keyReference = object({ name: stored(""), optional: implied(false) });

export const environment: ListShape = named(
  "name",
  object({
    value: unwritten(""),
    valueFrom: field(
      object({
        configMapKeyRef: field(keyReference),
        secretKeyRef: field(keyReference),
        fieldRef: field(object({ apiVersion: implied("v1") })),
        resourceFieldRef: field(object({ divisor: field(quantity, { value: "0", by: "writer" }) })),
        fileKeyRef: field(object({ optional: stored(false) })),
      }),
    ),
  }),
  "references",
);

/** Where two sources define the same variable, the later one counts. */
export const environmentSources: ListShape = listOf(
  (item) => {
    const source = ownField(item, "configMapRef") === undefined ? "secretRef" : "configMapRef";
    const name = nameText(ownFieldAt(item, source, "name")) ?? "";
    return `${source}:${nameText(ownField(item, "prefix")) ?? ""}:${name}`;
  },
  object({ configMapRef: field(keyReference), secretRef: field(keyReference) }),
  "everything",
);

export const volumeMounts: ListShape = named(
  "mountPath",
  object({ readOnly: unwritten(false), subPath: unwritten(""), subPathExpr: unwritten("") }),
);

/** `6379/TCP`: a port of a container or of a Service. */
export function portName(key: string): (item: PlainData) => string | undefined {
  return (item) => {
    const port = nameText(ownField(item, key));
    return port === undefined
      ? undefined
      : `${port}/${nameText(ownField(item, "protocol")) ?? "TCP"}`;
  };
}

const probe = object({
  timeoutSeconds: implied(1),
  periodSeconds: implied(10),
  successThreshold: implied(1),
  failureThreshold: implied(3),
  initialDelaySeconds: unwritten(0),
  httpGet: field(object({ scheme: implied("HTTP"), path: implied("/") })),
  grpc: field(object({ service: stored("") })),
});

export const container: ObjectShape = object({
  env: field(environment),
  envFrom: field(environmentSources),
  ports: field(
    listOf(portName("containerPort"), object({ protocol: stored("TCP"), hostPort: unwritten(0) })),
  ),
  resources: field(resources),
  resizePolicy: field(named("resourceName")),
  volumeMounts: field(volumeMounts),
  volumeDevices: field(named("devicePath")),
  livenessProbe: field(probe),
  readinessProbe: field(probe),
  startupProbe: field(probe),
  securityContext: field(
    object({
      capabilities: field(object({ add: field(texts), drop: field(texts) })),
      privileged: implied(false),
      procMount: implied("Default"),
    }),
  ),
  terminationMessagePath: implied("/dev/termination-log"),
  terminationMessagePolicy: implied("File"),
  stdin: unwritten(false),
  stdinOnce: unwritten(false),
  tty: unwritten(false),
});
