import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { isPlainObject } from "../../src/diagnostics/plain-data.ts";

export type Json = { readonly [key: string]: unknown };

/** What the API holds of the one cluster that a test makes. */
export interface Store {
  raycluster: Record<string, unknown> | undefined;
  pods: readonly Json[];
  events: readonly Json[];
}

/** Stands in for KubeRay: moves the store on, once before every read of the RayCluster. `step` counts from 0. */
export type Operator = (store: Store, step: number) => void;

export interface ApiOptions {
  readonly operator: Operator;
  /** How long ago a cluster claims to be created when it is. Default 0. */
  readonly ageSeconds?: number;
  /** Makes a request fail with this status, after it took effect; undefined lets it pass. Default: all pass. */
  readonly fail?: (request: string, count: number) => number | undefined;
}

export interface KubernetesApi {
  /** What a client needs to talk to it: the text of a kubeconfig file. */
  readonly kubeConfig: string;
  readonly store: Store;
  /** Every request, as `POST /apis/...`, without its query. */
  readonly requests: readonly string[];
  /** The RayClusters that were posted. */
  readonly posted: readonly Json[];
  readonly close: () => Promise<void>;
}

const RAYCLUSTERS =
  /^\/apis\/ray\.io\/(v1|v1alpha1)\/namespaces\/([^/]+)\/rayclusters(?:\/([^/]+))?$/;
const LISTS = /^\/api\/v1\/namespaces\/([^/]+)\/(pods|events)$/;

/** A Kubernetes API in memory, on 127.0.0.1: RayClusters can be created, read and deleted, pods and events listed. */
export async function startKubernetesApi(options: ApiOptions): Promise<KubernetesApi> {
  const store: Store = { raycluster: undefined, pods: [], events: [] };
  const requests: string[] = [];
  const posted: Json[] = [];
  const counts = new Map<string, number>();
  let step = 0;

  const answer = async (request: IncomingMessage): Promise<readonly [number, unknown]> => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://127.0.0.1");
    const [path, , , name] = RAYCLUSTERS.exec(pathname) ?? [];
    if (path === undefined) return list(pathname, searchParams, store);
    switch (request.method) {
      case "POST": {
        if (searchParams.get("fieldValidation") !== "Strict") return failure(400);
        if (store.raycluster !== undefined) return failure(409);
        const body: Json = JSON.parse(await textOf(request));
        posted.push(body);
        store.raycluster = created(body, options.ageSeconds ?? 0);
        return [201, store.raycluster];
      }
      case "GET":
        if (store.raycluster !== undefined) options.operator(store, step++);
        if (store.raycluster === undefined || nameOf(store.raycluster) !== name)
          return failure(404);
        return [200, store.raycluster];
      case "DELETE":
        if (store.raycluster === undefined) return failure(404);
        return markDeleted(store, JSON.parse((await textOf(request)) || "{}"));
      default:
        return failure(405);
    }
  };

  const server = createServer(async (request, response) => {
    const line = `${request.method} ${request.url?.split("?", 1)[0]}`;
    requests.push(line);
    const count = (counts.get(line) ?? 0) + 1;
    counts.set(line, count);
    const [status, body] = await answer(request);
    const failed = options.fail?.(line, count);
    send(response, failed === undefined ? [status, body] : failure(failed));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    kubeConfig: kubeConfigFor(`http://127.0.0.1:${address.port}`),
    store,
    requests,
    posted,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The client talks plain HTTP only where it need not verify anything. */
function kubeConfigFor(server: string): string {
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "test", cluster: { server, "insecure-skip-tls-verify": true } }],
    users: [{ name: "test", user: {} }],
    contexts: [{ name: "test", context: { cluster: "test", user: "test" } }],
    "current-context": "test",
  });
}

function list(pathname: string, query: URLSearchParams, store: Store): readonly [number, unknown] {
  const [, , kind] = LISTS.exec(pathname) ?? [];
  const name = nameOf(store.raycluster) ?? "train";
  if (kind === "pods" && query.get("labelSelector") === `ray.io/cluster=${name}`) {
    return [200, { apiVersion: "v1", kind: "PodList", metadata: {}, items: store.pods }];
  }
  const selector = `involvedObject.kind=RayCluster,involvedObject.name=${name}`;
  if (kind === "events" && query.get("fieldSelector") === selector) {
    return [200, { apiVersion: "v1", kind: "EventList", metadata: {}, items: store.events }];
  }
  return failure(404);
}

function created(body: Json, ageSeconds: number): Record<string, unknown> {
  const creationTimestamp = new Date(Date.now() - ageSeconds * 1000).toISOString();
  const metadata = { ...memberOf(body, "metadata"), uid: "0f6e4b2c-1111", creationTimestamp };
  return { ...body, metadata };
}

/** What the API does of a foreground deletion: the object waits for its pods, which the operator's steps take away. */
function markDeleted(store: Store, deletion: Json): readonly [number, unknown] {
  const metadata = memberOf(store.raycluster, "metadata");
  const { uid } = memberOf(deletion, "preconditions");
  if (uid !== undefined && uid !== metadata.uid) return failure(409);
  if (deletion.propagationPolicy !== "Foreground") return failure(400);
  const finalizers = ["foregroundDeletion"];
  const deletionTimestamp = new Date().toISOString();
  store.raycluster = {
    ...store.raycluster,
    metadata: { ...metadata, deletionTimestamp, finalizers },
  };
  return [200, store.raycluster];
}

function nameOf(object: Json | undefined): unknown {
  return memberOf(object, "metadata").name;
}

/** A member that is an object; an empty one where there is none. */
export function memberOf(object: Json | undefined, key: string): Json {
  const member = object?.[key];
  return isPlainObject(member) ? member : {};
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

function failure(code: number): readonly [number, unknown] {
  return [code, { apiVersion: "v1", kind: "Status", status: "Failure", code, message: `${code}` }];
}

function send(response: ServerResponse, [status, body]: readonly [number, unknown]): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
